import { formatValue } from '@/components/charts/chart-format';
import type { ChartFormat } from '@/components/charts/chart-types';
import type { UsageOverview } from '@/lib/core/usage/schema';

/** Numbers in the reader's way of writing them, days and hours in the tenant's zone. */
export function usageFormat({ period }: UsageOverview, locale: string) {
  const base = { locale, timeZone: period.timeZone, at: period.step };
  const write = (value: ChartFormat['value']) => (amount: number | null) => formatValue(amount, { ...base, value });
  return {
    chart: (value: ChartFormat['value']): ChartFormat => ({ ...base, value }),
    number: write({ kind: 'number' }),
    bytes: write({ kind: 'bytes' }),
    percent: write({ kind: 'percent' }),
    milliseconds: (ms: number | null) => write({ kind: 'milliseconds' })(ms === null ? null : Math.round(ms)),
    // Not formatRange: server and browser may space it differently, and the page would be rendered twice.
    range: (fromDay: string, toDay: string) =>
      fromDay === toDay ? formatDay(fromDay, locale) : `${formatDay(fromDay, locale)} – ${formatDay(toDay, locale)}`,
  };
}

export type UsageFormat = ReturnType<typeof usageFormat>;

function formatDay(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}
