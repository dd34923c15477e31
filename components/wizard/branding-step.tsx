'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ColorField } from '@/components/ui/color-field';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { tonesOf } from '@/lib/core/branding/rules';
import { BRAND_FONTS, BRAND_RADII, BRAND_THEMES, NEUTRAL_TINTS } from '@/lib/core/branding/schema';
import { ColourProposals } from './colour-proposals';
import { untouched, type BrandStart } from './draft';
import { LogoField } from './logo-field';
import { fieldId, type StepProps } from './step-props';
import { useProblemWords } from './use-problem-words';

export function BrandingStep({ draft, change: changeDraft, problems, facts, services }: StepProps) {
  const t = useTranslations('wizard');
  const words = useProblemWords();
  const { branding } = draft;
  const change = (changes: Partial<typeof branding>) => changeDraft('branding', { ...changes, own: true });
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-64 text-pretty text-muted" role="status">
          {t(branding.own ? 'branding.isOwn' : 'branding.isDefault')}
        </p>
        {branding.own && (
          <Button onClick={() => changeDraft('branding', untouched(facts.brandStart))}>
            {t('branding.useDefault')}
          </Button>
        )}
      </div>
      <LogoField
        logo={branding.logo}
        problem={words(problems.logo)}
        readLogo={services.readLogo}
        onRead={({ dataUrl, colours }) =>
          change({ logo: dataUrl, proposals: colours, ...coloursFrom(colours, branding) })
        }
        onRemove={() => change({ logo: null, proposals: [] })}
      />
      <div className="grid gap-2">
        <Field id={fieldId('brandColour')} label={t('branding.colour')} error={words(problems.brandColour)}>
          {(control) => (
            <ColorField
              {...control}
              label={t('branding.colour')}
              value={branding.brandColour}
              onChange={(brandColour) => change({ brandColour })}
            />
          )}
        </Field>
        <ColourProposals
          colours={branding.proposals}
          chosen={branding.brandColour}
          onChoose={(brandColour) => change({ brandColour })}
        />
      </div>
      <Field
        id={fieldId('displayName')}
        label={t('branding.displayName')}
        help={t('branding.displayNameHelp')}
        error={words(problems.displayName)}
      >
        {(control) => (
          <Input
            {...control}
            value={branding.displayName ?? draft.organisation.name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => change({ displayName: event.target.value })}
          />
        )}
      </Field>
      <div className="grid gap-6 md:grid-cols-2">
        <Choice
          name="font"
          values={BRAND_FONTS}
          value={branding.font}
          label={t('branding.font')}
          word={(value) => t(`font.${value}`)}
          onChange={(font) => change({ font })}
        />
        <Choice
          name="radius"
          values={BRAND_RADII}
          value={branding.radius}
          label={t('branding.radius')}
          word={(value) => t(`radius.${value}`)}
          onChange={(radius) => change({ radius })}
        />
        <Choice
          name="tint"
          values={NEUTRAL_TINTS}
          value={branding.neutralTint}
          label={t('branding.tint')}
          word={(value) => t(`tint.${value}`)}
          onChange={(neutralTint) => change({ neutralTint })}
        />
        <Choice
          name="theme"
          values={BRAND_THEMES}
          value={branding.theme}
          label={t('branding.theme')}
          word={(value) => t(`theme.${value}`)}
          onChange={(theme) => change({ theme })}
        />
      </div>
    </>
  );
}

/** Both tones of a logo that has two, else its most characteristic colour; what was there where it has none. */
function coloursFrom(
  colours: readonly string[],
  { brandColour, accentColour }: BrandStart,
): Pick<BrandStart, 'brandColour' | 'accentColour'> {
  const [first] = colours;
  return first === undefined
    ? { brandColour, accentColour }
    : (tonesOf(colours) ?? { brandColour: first, accentColour: undefined });
}

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  values: readonly Value[];
  value: Value;
  word: (value: Value) => string;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ name, label, values, value, word, onChange }: ChoiceProps<Value>) {
  return (
    <Field id={fieldId(name)} label={label}>
      {(control) => (
        <Select
          {...control}
          value={value}
          options={values.map((choice) => ({ value: choice, label: word(choice) }))}
          onChange={(event) => {
            const chosen = values.find((choice) => choice === event.target.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        />
      )}
    </Field>
  );
}
