import { LRUCache } from 'lru-cache';

/** A calendar day, `2026-03-29`. */
export type Day = string;

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** Offsets of zones differ by multiples of this at the finest. */
const halfHourMs = hourMs / 2;

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toDay(Date.parse(`${text}T00:00:00Z`)) === text;
}

export function addDays(day: Day, days: number): Day {
  return toDay(Date.parse(`${day}T00:00:00Z`) + days * dayMs);
}

/** Whole days from `from` to `to`, both counted. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

export function listDays(from: Day, to: Day): Day[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index));
}

/** The calendar day of an instant in an IANA zone. */
export function dayInZone(at: Date, timeZone: string): Day {
  return toDay(at.getTime() + offsetMs(at.getTime(), timeZone));
}

/**
 * The first instant of a day. Not always midnight: where the clock jumps over it (Santiago, Cairo) the day starts at 1:00, and where
 * midnight comes twice (Havana) the first one counts.
 */
export function startOfDay(day: Day, timeZone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`);
  const candidates = [wall - dayMs, wall + dayMs].map((near) => wall - offsetMs(near, timeZone)).sort((a, b) => a - b);
  const first = candidates.find((at) => dayInZone(new Date(at), timeZone) === day);
  return new Date(first ?? wall);
}

/** The instant that ends a day: the start of the next. Days of a zone have 23, 24 or 25 hours. */
export function endOfDay(day: Day, timeZone: string): Date {
  return startOfDay(addDays(day, 1), timeZone);
}

/** The start of the zone's clock hour around an instant, as PostgreSQL's date_trunc('hour', at, zone). */
export function startOfHour(at: Date, timeZone: string): Date {
  const time = at.getTime();
  const local = time + offsetMs(time, timeZone);
  return new Date(time - (((local % hourMs) + hourMs) % hourMs));
}

/** Every clock hour that begins in [from, to); 23 or 25 on a day when the clock changes. */
export function listHours(from: Date, to: Date, timeZone: string): Date[] {
  const hours = new Set<number>();
  for (let at = from.getTime(); at < to.getTime(); at += halfHourMs)
    hours.add(startOfHour(new Date(at), timeZone).getTime());
  return [...hours].map((at) => new Date(at));
}

function toDay(utcMs: number): Day {
  return Number.isFinite(utcMs) ? new Date(utcMs).toISOString().slice(0, 10) : '';
}

/** How far the zone's clock is ahead of UTC at an instant. */
function offsetMs(at: number, timeZone: string): number {
  const slot = Math.floor(at / quarterHourMs);
  const known = offsetsOf(timeZone);
  let offset = known.get(slot);
  if (offset === undefined) {
    if (known.size >= maxKnownOffsets) known.clear();
    offset = readOffset(slot * quarterHourMs, timeZone);
    known.set(slot, offset);
  }
  return offset;
}

function readOffset(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}

/** Clocks only ever change on a quarter of an hour, and asking Intl costs a tenth of a millisecond. */
const quarterHourMs = 900_000;
const maxKnownOffsets = 5_000;
const offsets = new LRUCache<string, Map<number, number>>({ max: 50 });
const formatters = new LRUCache<string, Intl.DateTimeFormat>({ max: 50 });

function offsetsOf(timeZone: string): Map<number, number> {
  let known = offsets.get(timeZone);
  if (!known) offsets.set(timeZone, (known = new Map()));
  return known;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
