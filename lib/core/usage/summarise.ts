import type { Period } from './period';
import { addLatency, percentile } from './rules';
import type { UsageOverview, UsagePoint } from './schema';
import type { DayFigures, Figures, HourFigures } from './store';
import { addDays, daysBetween, endOfDay, listDays, listHours, startOfDay } from './zoned-days';

type Totals = UsageOverview['totals'];

const nothing: Figures = { requests: 0, pageViews: 0, errors: 0, latency: [] };

export function sumFigures(rows: readonly Figures[]): Figures {
  return rows.reduce((sum, row) => combine(sum, row, 1), nothing);
}

/** @param tail what of the period before lies after the time of day that the present one has reached */
export function totalsOf(
  current: Figures,
  previous: Figures,
  tail: Figures,
  activeMembers: Totals['activeMembers'],
): Totals {
  const before = combine(previous, tail, -1);
  const pair = <T>(of: (figures: Figures) => T): { current: T; previous: T } => ({
    current: of(current),
    previous: of(before),
  });
  return {
    requests: pair(({ requests }) => requests),
    pageViews: pair(({ pageViews }) => pageViews),
    errors: pair(({ errors }) => errors),
    errorRate: pair(({ errors, requests }) => (requests === 0 ? null : errors / requests)),
    p50Ms: pair(({ latency }) => percentile(latency, 0.5)),
    p95Ms: pair(({ latency }) => percentile(latency, 0.95)),
    activeMembers,
  };
}

/** A point for every day, also for those without traffic; each beside the day as many days before. */
export function daySeries(period: Period, days: readonly DayFigures[]): UsagePoint[] {
  const byDay = new Map(days.map((row) => [row.day, row]));
  const length = daysBetween(period.fromDay, period.toDay);
  return listDays(period.fromDay, period.toDay).map((day) => {
    const row = byDay.get(day);
    return pointOf(
      startOfDay(day, period.timeZone),
      row ?? nothing,
      byDay.get(addDays(day, -length)) ?? nothing,
      row?.activeMembers ?? 0,
    );
  });
}

/** A point for every hour of the days, also for those to come, where only the period before is known. */
export function hourSeries(period: Period, hours: readonly HourFigures[]): UsagePoint[] {
  const byHour = new Map(hours.map((row) => [row.hour.getTime(), row]));
  const end = (day: string): Date => endOfDay(day, period.timeZone);
  const before = listHours(period.previous.from, end(period.previous.toDay), period.timeZone);
  return listHours(period.from, end(period.toDay), period.timeZone).map((hour, index) => {
    const previousHour = before[index];
    const previous = previousHour ? (byHour.get(previousHour.getTime()) ?? nothing) : null;
    return pointOf(hour, hour < period.to ? (byHour.get(hour.getTime()) ?? nothing) : null, previous, null);
  });
}

function pointOf(
  at: Date,
  current: Figures | null,
  previous: Figures | null,
  activeMembers: number | null,
): UsagePoint {
  return {
    at: at.toISOString(),
    requests: current?.requests ?? null,
    pageViews: current?.pageViews ?? null,
    errors: current?.errors ?? null,
    p50Ms: percentile(current?.latency ?? [], 0.5),
    p95Ms: percentile(current?.latency ?? [], 0.95),
    activeMembers,
    previousRequests: previous?.requests ?? null,
    previousPageViews: previous?.pageViews ?? null,
  };
}

function combine(a: Figures, b: Figures, sign: 1 | -1): Figures {
  return {
    requests: a.requests + sign * b.requests,
    pageViews: a.pageViews + sign * b.pageViews,
    errors: a.errors + sign * b.errors,
    latency: addLatency(a.latency, b.latency, sign),
  };
}
