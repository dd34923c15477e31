'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { currencyOptions } from '@/lib/core/settings/rules';
import { regionFormats } from '@/lib/core/settings/schema';
import { industries } from '@/lib/workflows/provisioning/schema';
import { fieldId, type StepProps } from './step-props';
import { useProblemWords } from './use-problem-words';

export function OrganisationStep({ draft, change, problems }: StepProps) {
  const t = useTranslations('wizard');
  const words = useProblemWords();
  const language = useLocale();
  const choices = useMemo(() => regionChoices(language), [language]);
  const { name, industry, timeZone, locale, currency } = draft.organisation;
  return (
    <>
      <Field
        id={fieldId('name')}
        label={t('organisation.name')}
        help={t('organisation.nameHelp')}
        error={words(problems.name)}
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={200}
            autoComplete="off"
            autoFocus
            onChange={(event) => change('organisation', { name: event.target.value })}
          />
        )}
      </Field>
      <Field
        id={fieldId('industry')}
        label={t('organisation.industry')}
        aside={t('optional')}
        error={words(problems.industry)}
      >
        {(control) => (
          <Select
            {...control}
            value={industry}
            options={[
              { value: '', label: t('organisation.industryNone') },
              ...industries.map((value) => ({ value, label: t(`industry.${value}`) })),
            ]}
            onChange={(event) => change('organisation', { industry: event.target.value })}
          />
        )}
      </Field>
      <Field id={fieldId('timeZone')} label={t('organisation.timeZone')} error={words(problems.timeZone)}>
        {(control) => (
          <Combobox
            {...control}
            options={choices.timeZones}
            value={timeZone}
            onChange={(value) => change('organisation', { timeZone: value ?? '' })}
          />
        )}
      </Field>
      <div className="grid gap-6 md:grid-cols-2">
        <Field id={fieldId('locale')} label={t('organisation.locale')} error={words(problems.locale)}>
          {(control) => (
            <Combobox
              {...control}
              options={choices.formats}
              value={locale}
              onChange={(value) => change('organisation', { locale: value ?? '' })}
            />
          )}
        </Field>
        <Field id={fieldId('currency')} label={t('organisation.currency')} error={words(problems.currency)}>
          {(control) => (
            <Combobox
              {...control}
              options={choices.currencies}
              value={currency}
              onChange={(value) => change('organisation', { currency: value ?? '' })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** Names in the reader's language, from the browser's own tables. */
function regionChoices(language: string) {
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  const zones = Intl.supportedValuesOf('timeZone');
  return {
    timeZones: (zones.includes('UTC') ? zones : ['UTC', ...zones]).map((value) => ({
      value,
      label: value.replaceAll('_', ' '),
    })),
    formats: regionFormats.map((value) => ({ value, label: languages.of(value) ?? value })),
    currencies: currencyOptions(language),
  };
}
