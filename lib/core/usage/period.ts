import type { PeriodQuery } from './schema';
import { addDays, dayInZone, daysBetween, endOfDay, startOfDay, type Day } from './zoned-days';

export interface Span {
  /** First and last day, both counted. */
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly from: Date;
  /** Exclusive; the present moment when the last day is not over. */
  readonly to: Date;
}

export interface Period extends Span {
  readonly key: PeriodQuery['period'];
  readonly timeZone: string;
  /** What a point of a chart covers. */
  readonly step: 'hour' | 'day';
  /** As many days before, up to the same time of day: a day that has just begun is not held against a whole one. */
  readonly previous: Span;
}

const maxDays = 366;
/** Longer spans would show more points than a chart can. */
const maxHourlyDays = 2;

/**
 * Turns a choice into days and instants of the tenant's zone. A range is brought within what exists: ordered, no future, a year at
 * most, and no further back than `historyDays`.
 */
export function resolvePeriod(query: PeriodQuery, timeZone: string, now: Date, historyDays: number = maxDays): Period {
  const today = dayInZone(now, timeZone);
  const earliest = addDays(today, 1 - Math.max(1, historyDays));
  const [fromDay = today, toDay = today] = daysOf(query, today).map((day) => (day < earliest ? earliest : day));
  const length = daysBetween(fromDay, toDay);
  const span = spanOf(fromDay, toDay, timeZone);
  const previous = spanOf(addDays(fromDay, -length), addDays(fromDay, -1), timeZone);
  const running = toDay === today;
  const elapsedMs = now.getTime() - startOfDay(today, timeZone).getTime();
  return {
    ...span,
    to: running ? now : span.to,
    key: query.period,
    timeZone,
    step: length <= maxHourlyDays ? 'hour' : 'day',
    previous: running ? { ...previous, to: timeOfDay(previous.toDay, elapsedMs, timeZone) } : previous,
  };
}

function daysOf(query: PeriodQuery, today: Day): [Day, Day] {
  switch (query.period) {
    case 'today':
      return [today, today];
    case '7d':
      return [addDays(today, -6), today];
    case '30d':
      return [addDays(today, -29), today];
    case '90d':
      return [addDays(today, -89), today];
    case 'month':
      return [`${today.slice(0, 8)}01`, today];
    case 'custom':
      return customDays(query.from, query.to, today);
  }
}

function customDays(from: Day | undefined, to: Day | undefined, today: Day): [Day, Day] {
  const last = to === undefined || to > today ? today : to;
  const first = from === undefined || from > last ? last : from;
  return [daysBetween(first, last) > maxDays ? addDays(last, 1 - maxDays) : first, last];
}

function spanOf(fromDay: Day, toDay: Day, timeZone: string): Span {
  return { fromDay, toDay, from: startOfDay(fromDay, timeZone), to: endOfDay(toDay, timeZone) };
}

/** A short day may be over before that time. */
function timeOfDay(day: Day, elapsedMs: number, timeZone: string): Date {
  return new Date(Math.min(startOfDay(day, timeZone).getTime() + elapsedMs, endOfDay(day, timeZone).getTime()));
}
