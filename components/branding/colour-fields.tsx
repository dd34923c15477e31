'use client';

import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Checkbox } from '@/components/ui/checkbox';
import { ColorField } from '@/components/ui/color-field';
import { Field } from '@/components/ui/field';
import { Segmented } from '@/components/ui/segmented';
import { tonesOf } from '@/lib/core/branding/rules';
import { NEUTRAL_TINTS } from '@/lib/core/branding/schema';
import { ColourProposals } from './colour-proposals';
import { Labelled } from './labelled';
import { Repairs } from './repairs';
import type { BrandTools } from './studio-types';
import type { Studio } from './use-studio';

export function ColourFields({ studio, tools }: { studio: Studio; tools: BrandTools }) {
  const t = useTranslations('branding');
  const { field } = useFailureText();
  const { tokens, change, fieldError } = studio;
  const tones = tonesOf(studio.colours);
  return (
    <div className="grid gap-6">
      <div className="grid gap-2.5">
        <Field id="brandColour" label={t('field.brandColour')} error={field(fieldError('brandColour'))}>
          {(control) => (
            <ColorField
              {...control}
              label={t('field.brandColour')}
              value={tokens.brandColour}
              onChange={(brandColour) => change({ brandColour })}
            />
          )}
        </Field>
        <ColourProposals
          colours={studio.colours}
          chosen={tokens.brandColour}
          onChoose={(brandColour) => change({ brandColour })}
          pair={
            tones === null
              ? undefined
              : {
                  tones,
                  isChosen: tones.brandColour === tokens.brandColour && tones.accentColour === tokens.accentColour,
                  onChoose: change,
                }
          }
        />
      </div>
      <div className="grid gap-3">
        <Checkbox
          label={t('ownAccent')}
          checked={tokens.accentColour !== undefined}
          onChange={(event) =>
            change({ accentColour: event.target.checked ? (tones?.accentColour ?? tokens.brandColour) : undefined })
          }
        />
        {tokens.accentColour !== undefined && (
          <Field
            id="accentColour"
            label={t('field.accentColour')}
            help={t('help.accent')}
            error={field(fieldError('accentColour'))}
          >
            {(control) => (
              <ColorField
                {...control}
                label={t('field.accentColour')}
                value={tokens.accentColour ?? tokens.brandColour}
                onChange={(accentColour) => change({ accentColour })}
              />
            )}
          </Field>
        )}
        {tokens.accentColour !== undefined && (
          <ColourProposals
            use="useAccent"
            colours={studio.colours}
            chosen={tokens.accentColour}
            onChoose={(accentColour) => change({ accentColour })}
          />
        )}
      </div>
      <div className="grid gap-3">
        <Checkbox
          label={t('ownNeutral')}
          checked={tokens.neutralColour !== undefined}
          onChange={(event) => change({ neutralColour: event.target.checked ? tokens.brandColour : undefined })}
        />
        {tokens.neutralColour !== undefined && (
          <Field
            id="neutralColour"
            label={t('field.neutralColour')}
            help={t('help.neutralColour')}
            error={field(fieldError('neutralColour'))}
          >
            {(control) => (
              <ColorField
                {...control}
                label={t('field.neutralColour')}
                value={tokens.neutralColour ?? tokens.brandColour}
                onChange={(neutralColour) => change({ neutralColour })}
              />
            )}
          </Field>
        )}
      </div>
      <Labelled text={t('field.neutralTint')} help={t('help.neutralTint')}>
        <Segmented
          label={t('field.neutralTint')}
          options={NEUTRAL_TINTS.map((value) => ({ value, label: t(`tint.${value}`) }))}
          value={tokens.neutralTint}
          onChange={(neutralTint) => change({ neutralTint })}
        />
      </Labelled>
      <Repairs repairs={tools.repairs(tokens)} />
    </div>
  );
}
