import { dateTimeFormat, relativeTimeFormat } from './cached-format';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Each unit is used up to where the next one reads better: 59 minutes, 23 hours, 6 days, 4 weeks, 11 months. */
const STEPS: readonly [limitSeconds: number, unitSeconds: number, unit: Intl.RelativeTimeFormatUnit][] = [
  [HOUR, MINUTE, 'minute'],
  [DAY, HOUR, 'hour'],
  [7 * DAY, DAY, 'day'],
  [30 * DAY, 7 * DAY, 'week'],
  [365 * DAY, 30 * DAY, 'month'],
  [Infinity, 365 * DAY, 'year'],
];

/** "3 hours ago", "in 2 days"; under 45 seconds, in either direction, "now" in the reader's language. */
export function formatRelative(at: Date, now: Date, locale: string): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = relativeTimeFormat(locale, { numeric: 'auto' });
  const size = Math.abs(seconds);
  if (size < 45) return format.format(0, 'second');
  for (const [limit, unitSeconds, unit] of STEPS) {
    // Never rounds up into the next unit: 59 min 50 s stays "59 minutes".
    if (size < limit) return format.format(Math.sign(seconds) * Math.max(1, Math.floor(size / unitSeconds)), unit);
  }
  return '';
}

/** The exact moment with its zone, for the hover and for screen readers. */
export function formatExact(at: Date, locale: string, timeZone: string): string {
  return dateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(at);
}

/** How long the text stays true, in milliseconds: a page left open keeps telling the truth. */
export function refreshAfterMs(at: Date, now: Date): number {
  const size = Math.abs(at.getTime() - now.getTime()) / 1000;
  if (size < HOUR) return 30_000;
  return size < DAY ? 10 * 60_000 : 60 * 60_000;
}
