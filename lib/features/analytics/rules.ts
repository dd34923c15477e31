import { addDays, listDays, type Day } from '@/lib/core/usage/zoned-days';
import type { AnalyticsPeriod } from './schema';

export interface Window {
  readonly step: 'day' | 'month';
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly previousFromDay: Day;
  /** First day of every point, oldest first. */
  readonly points: readonly Day[];
}

/** The platform's days are UTC's: its tenants live in many zones. */
export function windowOf(period: AnalyticsPeriod, today: Day): Window {
  if (period === '12m') return months(today);
  const length = period === '90d' ? 90 : 30;
  const fromDay = addDays(today, 1 - length);
  return {
    step: 'day',
    fromDay,
    toDay: today,
    previousFromDay: addDays(fromDay, -length),
    points: listDays(fromDay, today),
  };
}

/** Twelve calendar months, the running one included. */
function months(today: Day): Window {
  const points = Array.from({ length: 12 }, (_, index) => monthBefore(today, 11 - index));
  return { step: 'month', fromDay: points[0] ?? today, toDay: today, previousFromDay: monthBefore(today, 23), points };
}

function monthBefore(today: Day, count: number): Day {
  const [year = 1970, month = 1] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - count, 1)).toISOString().slice(0, 10);
}
