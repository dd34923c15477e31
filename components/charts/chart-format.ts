import type { ChartFormat } from './chart-types';

/** The exact value with its unit, for tooltips and tables. Money arrives in minor units. */
export function formatValue(value: number | null | undefined, { locale, value: kind }: ChartFormat): string {
  if (value === null || value === undefined) return '–';
  switch (kind.kind) {
    case 'number':
      return new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
    case 'percent':
      return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(value);
    case 'milliseconds':
      return value < 10_000
        ? new Intl.NumberFormat(locale, {
            style: 'unit',
            unit: 'millisecond',
            maximumFractionDigits: value < 10 ? 1 : 0,
          }).format(value)
        : new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }).format(
            value / 1_000,
          );
    case 'bytes':
      return formatBytes(value, locale);
    case 'currency':
      return formatMoney(value, kind.currency, locale);
  }
}

/** Short, for axes: 1.2K, 3.4 GB. */
export function formatTick(value: number, format: ChartFormat): string {
  const { locale, value: kind } = format;
  if (kind.kind === 'number')
    return new Intl.NumberFormat(locale, {
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    }).format(value);
  if (kind.kind === 'currency') {
    const digits = fractionDigitsOf(kind.currency, locale);
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency: kind.currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    }).format(value / 10 ** digits);
  }
  return formatValue(value, format);
}

export function formatAt(at: string, { locale, timeZone, at: step }: ChartFormat, length: 'short' | 'full'): string {
  if (step === 'category') return at;
  const options: Record<'hour' | 'day' | 'month', Intl.DateTimeFormatOptions> = {
    hour:
      length === 'short'
        ? { hour: '2-digit', minute: '2-digit' }
        : { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    day:
      length === 'short'
        ? { day: 'numeric', month: 'short' }
        : { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    month: length === 'short' ? { month: 'short' } : { month: 'long', year: 'numeric' },
  };
  return new Intl.DateTimeFormat(locale, { timeZone, ...options[step] }).format(new Date(at));
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

function formatBytes(value: number, locale: string): string {
  const power = value === 0 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.abs(value)) / 3));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[Math.max(0, power)],
    unitDisplay: power > 0 ? 'short' : 'long',
    maximumFractionDigits: 1,
  }).format(value / 1_000 ** Math.max(0, power));
}

function formatMoney(minor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
    minor / 10 ** fractionDigitsOf(currency, locale),
  );
}

function fractionDigitsOf(currency: string, locale: string): number {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
