import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayInZone,
  daysBetween,
  endOfDay,
  isDay,
  listDays,
  listHours,
  startOfDay,
  startOfHour,
} from './zoned-days';

const hours = (day: string, zone: string): number =>
  (endOfDay(day, zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000;

describe('days', () => {
  it('takes real calendar days only', () => {
    expect(['2024-02-29', '2026-12-31'].every(isDay)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '', 'today', '2026-01-01T00:00'].some(isDay)).toBe(false);
  });

  it('counts across months, years and clock changes', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(3);
    expect(listDays('2026-10-24', '2026-10-26')).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });
});

describe('startOfDay', () => {
  it('is local midnight, east and west of Greenwich and at half hours', () => {
    expect(startOfDay('2026-06-01', 'UTC').toISOString()).toBe('2026-06-01T00:00:00.000Z');
    expect(startOfDay('2026-06-01', 'Europe/Berlin').toISOString()).toBe('2026-05-31T22:00:00.000Z');
    expect(startOfDay('2026-06-01', 'America/Los_Angeles').toISOString()).toBe('2026-06-01T07:00:00.000Z');
    expect(startOfDay('2026-06-01', 'Asia/Kolkata').toISOString()).toBe('2026-05-31T18:30:00.000Z');
    expect(startOfDay('2026-06-01', 'Asia/Kathmandu').toISOString()).toBe('2026-05-31T18:15:00.000Z');
    expect(startOfDay('2026-06-01', 'Pacific/Kiritimati').toISOString()).toBe('2026-05-31T10:00:00.000Z');
  });

  it('gives days of 23 and 25 hours when the clock changes', () => {
    expect(hours('2026-03-28', 'Europe/Berlin')).toBe(24);
    expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
    expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
    expect(hours('2026-03-08', 'America/New_York')).toBe(23);
    expect(hours('2026-11-01', 'America/New_York')).toBe(25);
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
  });

  it('begins at one where the clock jumps over midnight', () => {
    expect(startOfDay('2026-09-06', 'America/Santiago').toISOString()).toBe('2026-09-06T04:00:00.000Z');
    expect(hours('2026-09-06', 'America/Santiago')).toBe(23);
    expect(hours('2026-04-04', 'America/Santiago')).toBe(25);
  });

  it('begins at the first of two midnights', () => {
    expect(startOfDay('2026-11-01', 'America/Havana').toISOString()).toBe('2026-11-01T04:00:00.000Z');
    expect(hours('2026-11-01', 'America/Havana')).toBe(25);
  });

  it.each([
    'Europe/Berlin',
    'America/Santiago',
    'America/Havana',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
  ])('leaves no instant of a year outside its day in %s', (zone) => {
    for (const day of listDays('2026-01-01', '2026-12-31')) {
      const [start, end] = [startOfDay(day, zone), endOfDay(day, zone)];
      expect(dayInZone(start, zone)).toBe(day);
      expect(dayInZone(new Date(start.getTime() - 1), zone)).toBe(addDays(day, -1));
      expect(dayInZone(new Date(end.getTime() - 1), zone)).toBe(day);
    }
  });
});

describe('hours', () => {
  it("start with the zone's clock", () => {
    const at = new Date('2026-06-01T10:47:12.345Z');
    expect(startOfHour(at, 'Europe/Berlin').toISOString()).toBe('2026-06-01T10:00:00.000Z');
    expect(startOfHour(at, 'Asia/Kolkata').toISOString()).toBe('2026-06-01T10:30:00.000Z');
    expect(startOfHour(new Date('1969-12-31T23:30:00Z'), 'UTC').toISOString()).toBe('1969-12-31T23:00:00.000Z');
  });

  it.each([
    ['2026-03-29', 'Europe/Berlin', 23],
    ['2026-10-25', 'Europe/Berlin', 25],
    ['2026-06-01', 'Asia/Kolkata', 24],
    ['2026-09-06', 'America/Santiago', 23],
  ])('of %s in %s are %i, each once and in order', (day, zone, expected) => {
    const list = listHours(startOfDay(day, zone), endOfDay(day, zone), zone).map((at) => at.getTime());
    expect(list).toHaveLength(expected);
    expect(list[0]).toBe(startOfDay(day, zone).getTime());
    expect(new Set(list.map((at, index) => at - (list[index - 1] ?? at - 3_600_000)))).toEqual(new Set([3_600_000]));
  });
});
