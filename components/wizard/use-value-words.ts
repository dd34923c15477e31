'use client';

import { useLocale, useTranslations } from 'use-intl';
import type { FeatureValue } from './draft';

const UNLIMITED = -1;

/** A flag's value in words: on, off, unlimited, a grouped number, bytes with their unit. */
export function useValueWords(): (value: FeatureValue, meter: string | null) => string {
  const t = useTranslations('wizard');
  const locale = useLocale();
  return (value, meter) => {
    if (typeof value === 'boolean') return value ? t('features.on') : t('features.off');
    if (typeof value === 'string') return value;
    if (meter !== null && value === UNLIMITED) return t('features.unlimited');
    if (meter?.endsWith('_bytes')) return bytes(value, locale);
    return new Intl.NumberFormat(locale).format(value);
  };
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function bytes(value: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  const unit = UNITS[power] ?? 'byte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value / 1000 ** power);
}
