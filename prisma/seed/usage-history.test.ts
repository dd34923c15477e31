import { describe, expect, it } from 'vitest';
import type { UsageEvent } from '@/lib/core/usage/insert-events';
import { matchTenantRoute } from '@/lib/core/usage/route-patterns';
import { dayInZone } from '@/lib/core/usage/zoned-days';
import { generateUsageHistory, type UsageHistory } from './usage-history';

const history: UsageHistory = {
  timeZone: 'America/New_York',
  days: 90,
  now: new Date('2026-11-20T18:30:00Z'),
  memberIds: Array.from(
    { length: 12 },
    (_, index) => `01a1fc02-7b83-735e-b883-0000000000${String(index).padStart(2, '0')}`,
  ),
  sitePages: ['/about', '/pricing'],
  requestsPerDay: 400,
  growth: 0.8,
  weekendShare: 0.25,
  badDay: { daysAgo: 17, fromHour: 9, hours: 4, errorShare: 0.3, slowdown: 7 },
  seed: 'acme',
};
const days = [...generateUsageHistory(history)];
const requests = (events: readonly UsageEvent[]): UsageEvent[] => events.filter(({ meter }) => meter === 'requests');
const errorsOf = (events: readonly UsageEvent[]): number =>
  requests(events).filter(({ status }) => (status ?? 0) >= 500).length / requests(events).length;

describe('generateUsageHistory', () => {
  it('gives the same history again, and another one for another seed', () => {
    expect([...generateUsageHistory(history)]).toEqual(days);
    expect([...generateUsageHistory({ ...history, seed: 'globex' })]).not.toEqual(days);
  });

  it("keeps each day within itself in the tenant's zone, and ends now", () => {
    expect(days).toHaveLength(90);
    for (const events of days) expect(new Set(events.map(({ at }) => dayInZone(at, history.timeZone))).size).toBe(1);
    expect(days.flat().every(({ at }) => at <= history.now)).toBe(true);
  });

  it('has quiet weekends, growth, and one bad day', () => {
    const counts = days.map((events) => requests(events).length);
    const weekly = (from: number): number => counts.slice(from, from + 14).reduce((sum, count) => sum + count, 0);
    expect(weekly(75)).toBeGreaterThan(1.3 * weekly(0));
    const saturday = days.findIndex(
      (events) => events[0] && new Date(events[0].at.getTime() - 5 * 3_600_000).getUTCDay() === 6,
    );
    expect(counts[saturday] ?? 0).toBeLessThan(0.5 * (counts[saturday + 3] ?? 0));
    const worst = days.map(errorsOf);
    expect(worst.indexOf(Math.max(...worst))).toBe(90 - 1 - 17);
    expect(Math.max(...worst)).toBeGreaterThan(0.05);
  });

  it('names only routes that the meter would name, and gives every event an id of its own', () => {
    const all = days.flat();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { surface, route } of requests(all)) {
      if (surface !== 'site' && route) expect(matchTenantRoute('portal', route, 200).route).toBe(route);
    }
  });
});
