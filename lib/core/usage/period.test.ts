import { describe, expect, it } from 'vitest';
import { resolvePeriod } from './period';
import { daysBetween } from './zoned-days';
import { periodKeys, readPeriodQuery, writePeriodQuery } from './schema';

const berlin = 'Europe/Berlin';
// 1:30 on Tuesday in Berlin, still Monday in UTC and in New York.
const now = new Date('2026-06-15T23:30:00Z');

describe('resolvePeriod', () => {
  it('counts days in the zone of the tenant, not of the server', () => {
    expect(resolvePeriod({ period: 'today' }, berlin, now)).toMatchObject({
      fromDay: '2026-06-16',
      toDay: '2026-06-16',
    });
    expect(resolvePeriod({ period: 'today' }, 'America/New_York', now)).toMatchObject({ fromDay: '2026-06-15' });
  });

  it.each([
    ['7d', '2026-06-10', '2026-06-03', '2026-06-09'],
    ['30d', '2026-05-18', '2026-04-18', '2026-05-17'],
    ['90d', '2026-03-19', '2025-12-19', '2026-03-18'],
    ['month', '2026-06-01', '2026-05-16', '2026-05-31'],
  ] as const)('%s ends today and is compared with as many days before', (period, fromDay, previousFrom, previousTo) => {
    const resolved = resolvePeriod({ period }, berlin, now);
    expect(resolved).toMatchObject({ fromDay, toDay: '2026-06-16', to: now, step: 'day' });
    expect(resolved.previous).toMatchObject({ fromDay: previousFrom, toDay: previousTo });
  });

  it('holds a running day against the same time of the day before', () => {
    const { previous } = resolvePeriod({ period: 'today' }, berlin, now);
    expect(previous.to.toISOString()).toBe('2026-06-14T23:30:00.000Z');
  });

  it('compares a past range with whole days', () => {
    const past = resolvePeriod({ period: 'custom', from: '2026-06-01', to: '2026-06-07' }, berlin, now);
    expect(past.to.toISOString()).toBe('2026-06-07T22:00:00.000Z');
    expect(past.previous.to.toISOString()).toBe('2026-05-31T22:00:00.000Z');
  });

  it('spans a clock change in days, not in hours', () => {
    const spring = resolvePeriod({ period: 'custom', from: '2026-03-28', to: '2026-03-30' }, berlin, now);
    expect((spring.to.getTime() - spring.from.getTime()) / 3_600_000).toBe(71);
    expect((spring.previous.to.getTime() - spring.previous.from.getTime()) / 3_600_000).toBe(72);
  });

  it('does not run past the end of a day that was shorter', () => {
    const late = new Date('2026-03-30T21:45:00Z');
    expect(resolvePeriod({ period: 'today' }, berlin, late).previous.to.toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it('shows hours for up to two days and days beyond', () => {
    const step = (from: string, to: string) => resolvePeriod({ period: 'custom', from, to }, berlin, now).step;
    expect([
      step('2026-06-01', '2026-06-01'),
      step('2026-06-01', '2026-06-02'),
      step('2026-06-01', '2026-06-03'),
    ]).toEqual(['hour', 'hour', 'day']);
  });

  it('brings a custom range within what exists', () => {
    const days = (from?: string, to?: string) => {
      const { fromDay, toDay } = resolvePeriod({ period: 'custom', from, to }, berlin, now);
      return [fromDay, toDay];
    };
    expect(days('2026-06-10', '2030-01-01')).toEqual(['2026-06-10', '2026-06-16']);
    expect(days('2026-06-10', '2026-06-01')).toEqual(['2026-06-01', '2026-06-01']);
    expect(days('2031-01-01', undefined)).toEqual(['2026-06-16', '2026-06-16']);
    expect(days()).toEqual(['2026-06-16', '2026-06-16']);
    const [first, last] = days('1999-01-01', '2026-06-16');
    expect(daysBetween(first ?? '', last ?? '')).toBe(366);
  });

  it('reaches no further back than the plan lets it', () => {
    expect(resolvePeriod({ period: '90d' }, berlin, now, 30)).toMatchObject({
      fromDay: '2026-05-18',
      toDay: '2026-06-16',
    });
    expect(resolvePeriod({ period: 'custom', from: '2026-01-01', to: '2026-01-31' }, berlin, now, 30)).toMatchObject({
      fromDay: '2026-05-18',
      toDay: '2026-05-18',
    });
    expect(resolvePeriod({ period: '7d' }, berlin, now, 30)).toMatchObject({ fromDay: '2026-06-10' });
  });
});

describe('the period in an address', () => {
  it('comes back as it was written', () => {
    for (const period of periodKeys) {
      const query = { period, ...(period === 'custom' && { from: '2026-01-02', to: '2026-02-03' }) };
      expect(readPeriodQuery(Object.fromEntries(new URLSearchParams(writePeriodQuery(query))))).toEqual(query);
    }
  });

  it('falls back to the usual one when it makes no sense', () => {
    for (const bad of [{ period: 'forever' }, { period: 'custom', from: '2026-02-30' }, { period: ['7d', '30d'] }]) {
      expect(readPeriodQuery(bad)).toEqual({ period: '30d' });
    }
  });
});
