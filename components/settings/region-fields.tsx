'use client';

import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Select } from '@/components/ui/select';
import { formatDate, regionOptions, timeZoneOptions } from '@/lib/core/settings/rules';
import { dateFormats, regionFormats } from '@/lib/core/settings/schema';
import type { SettingsDraft } from './settings-types';

export function RegionFields({ draft }: { draft: SettingsDraft }) {
  const t = useTranslations('settings');
  const language = useLocale();
  const { values, set, errorOf, readOnly, now } = draft;
  const zones = useMemo(() => timeZoneOptions(now, values.timeZone), [now, values.timeZone]);
  const regions = useMemo(() => regionOptions(language), [language]);
  return (
    <Section layout="split" title={t('region.title')} description={t('region.text')}>
      <div className="grid max-w-md gap-5">
        <Field label={t('timeZone')} id="settings-timeZone" help={t('timeZoneHelp')} error={errorOf('timeZone')}>
          {(control) => (
            <Combobox
              {...control}
              disabled={readOnly}
              options={zones}
              value={values.timeZone}
              onChange={(zone) => zone && set({ timeZone: zone })}
            />
          )}
        </Field>
        <Field label={t('locale')} id="settings-locale" help={t('localeHelp')} error={errorOf('locale')}>
          {(control) => (
            <Combobox
              {...control}
              disabled={readOnly}
              options={regions}
              value={values.locale}
              onChange={(chosen) => {
                const locale = regionFormats.find((each) => each === chosen);
                if (locale) set({ locale });
              }}
            />
          )}
        </Field>
        <Field label={t('dateFormat')} id="settings-dateFormat" error={errorOf('dateFormat')}>
          {(control) => (
            <Select
              {...control}
              disabled={readOnly}
              value={values.dateFormat}
              onChange={(event) =>
                set({ dateFormat: dateFormats.find((each) => each === event.target.value) ?? 'long' })
              }
              options={dateFormats.map((dateFormat) => ({
                value: dateFormat,
                label: `${t(`dateFormats.${dateFormat}`)} (${formatDate(now, { ...values, dateFormat })})`,
              }))}
            />
          )}
        </Field>
        <Sample draft={draft} />
      </div>
    </Section>
  );
}

/** How it will read, while it is being chosen. */
function Sample({ draft: { values, now } }: { draft: SettingsDraft }) {
  const t = useTranslations('settings');
  const { locale, currency } = values;
  return (
    <p className="rounded-md bg-sunken px-3 py-2.5 text-sm text-muted" aria-live="polite">
      {t('sample', {
        date: formatDate(now, values),
        number: new Intl.NumberFormat(locale).format(1_500.5),
        amount: new Intl.NumberFormat(locale, { style: 'currency', currency }).format(1_234.5),
      })}
    </p>
  );
}
