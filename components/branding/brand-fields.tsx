'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Segmented } from '@/components/ui/segmented';
import { BRAND_RADII, BRAND_THEMES, EMAIL_HEADERS, SIGN_IN_LAYOUTS } from '@/lib/core/branding/schema';
import { AssetField } from './asset-field';
import { ColourFields } from './colour-fields';
import { FontPicker } from './font-picker';
import { Labelled } from './labelled';
import type { BrandTools, StudioActions, StudioFacts } from './studio-types';
import type { Studio } from './use-studio';

interface BrandFieldsProps {
  studio: Studio;
  facts: StudioFacts;
  tools: BrandTools;
  upload: StudioActions['upload'];
  problems: ReactNode;
}

export function BrandFields({ studio, facts, tools, upload, problems }: BrandFieldsProps) {
  const t = useTranslations('branding');
  const { field } = useFailureText();
  const { tokens, change, fieldError } = studio;
  const { faviconIncluded } = facts.form;
  return (
    <div className="grid gap-10">
      {problems}
      <Section title={t('group.identity')}>
        <div className="grid gap-6">
          <Field
            id="displayName"
            label={t('field.displayName')}
            help={t('help.displayName')}
            error={field(fieldError('displayName'))}
          >
            {(control) => (
              <Input
                {...control}
                value={tokens.displayName}
                maxLength={80}
                autoComplete="off"
                onChange={(event) => change({ displayName: event.target.value })}
              />
            )}
          </Field>
          <AssetField kind="logo_light" studio={studio} upload={upload} />
          <AssetField kind="logo_dark" studio={studio} upload={upload} />
          {faviconIncluded ? (
            <AssetField kind="favicon" studio={studio} upload={upload} />
          ) : (
            <p className="text-sm text-muted">{t('faviconExcluded')}</p>
          )}
        </div>
      </Section>
      <Section title={t('group.colour')}>
        <ColourFields studio={studio} tools={tools} />
      </Section>
      <Section title={t('group.form')}>
        <div className="grid gap-6">
          <FontPicker value={tokens.font} tokens={tokens} tools={tools} onChange={(font) => change({ font })} />
          <Labelled text={t('field.radius')}>
            <Segmented
              label={t('field.radius')}
              options={BRAND_RADII.map((value) => ({ value, label: t(`radius.${value}`) }))}
              value={tokens.radius}
              onChange={(radius) => change({ radius })}
            />
          </Labelled>
          <Labelled text={t('field.theme')} help={t('help.theme')}>
            <Segmented
              label={t('field.theme')}
              options={BRAND_THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
              value={tokens.theme}
              onChange={(theme) => change({ theme })}
            />
          </Labelled>
        </div>
      </Section>
      <Section title={t('group.signIn')}>
        <div className="grid gap-6">
          <Labelled text={t('field.signInLayout')} help={t('help.signInLayout')}>
            <Segmented
              label={t('field.signInLayout')}
              options={SIGN_IN_LAYOUTS.map((value) => ({ value, label: t(`signInLayout.${value}`) }))}
              value={tokens.signInLayout}
              onChange={(signInLayout) => change({ signInLayout })}
            />
          </Labelled>
          {tokens.signInLayout !== 'centred' && (
            <div className="grid gap-1.5">
              <AssetField kind="sign_in" studio={studio} upload={upload} />
              <p className="text-sm text-muted">{t('help.signInPicture')}</p>
            </div>
          )}
        </div>
      </Section>
      <Section title={t('group.email')}>
        <div className="grid gap-6">
          <Labelled text={t('field.emailHeader')}>
            <Segmented
              label={t('field.emailHeader')}
              options={EMAIL_HEADERS.map((value) => ({ value, label: t(`emailHeader.${value}`) }))}
              value={tokens.emailHeader}
              onChange={(emailHeader) => change({ emailHeader })}
            />
          </Labelled>
          <Field
            id="emailFooter"
            label={t('field.emailFooter')}
            help={t('help.emailFooter')}
            error={field(fieldError('emailFooter'))}
          >
            {(control) => (
              <Input
                {...control}
                value={tokens.emailFooter ?? ''}
                maxLength={160}
                autoComplete="off"
                onChange={(event) =>
                  change({ emailFooter: event.target.value === '' ? undefined : event.target.value })
                }
              />
            )}
          </Field>
        </div>
      </Section>
    </div>
  );
}
