'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { currencyOptions, monthOptions } from '@/lib/core/settings/rules';
import type { SettingsDraft } from './settings-types';

export function FinanceFields({ draft }: { draft: SettingsDraft }) {
  const t = useTranslations('settings');
  const locale = useLocale();
  const ui = useTranslations('ui');
  const { values, set, errorOf, readOnly } = draft;
  const currencies = useMemo(() => currencyOptions(locale), [locale]);
  return (
    <Section layout="split" title={t('finance.title')} description={t('finance.text')}>
      <div className="grid max-w-md gap-5">
        <Field label={t('currency')} id="settings-currency" error={errorOf('currency')}>
          {(control) => (
            <Combobox
              {...control}
              disabled={readOnly}
              options={currencies}
              value={values.currency}
              onChange={(currency) => currency && set({ currency })}
            />
          )}
        </Field>
        <Field label={t('fiscalYear')} id="settings-fiscalYearStartMonth" error={errorOf('fiscalYearStartMonth')}>
          {(control) => (
            <Select
              {...control}
              disabled={readOnly}
              value={String(values.fiscalYearStartMonth)}
              onChange={(event) => set({ fiscalYearStartMonth: Number(event.target.value) })}
              options={monthOptions(locale)}
            />
          )}
        </Field>
        <Field
          label={t('billingContactName')}
          id="settings-billingContactName"
          aside={ui('form.optional')}
          error={errorOf('billingContactName')}
        >
          {(control) => (
            <Input
              {...control}
              disabled={readOnly}
              value={values.billingContactName ?? ''}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => set({ billingContactName: event.target.value || null })}
            />
          )}
        </Field>
        <Field
          label={t('billingContactEmail')}
          id="settings-billingContactEmail"
          aside={ui('form.optional')}
          help={t('billingHelp')}
          error={errorOf('billingContactEmail')}
        >
          {(control) => (
            <Input
              {...control}
              type="email"
              disabled={readOnly}
              value={values.billingContactEmail ?? ''}
              maxLength={254}
              autoComplete="off"
              onChange={(event) => set({ billingContactEmail: event.target.value || null })}
            />
          )}
        </Field>
      </div>
    </Section>
  );
}
