/** For tests: what the roll-ups must say, counted from the raw events in plain code. */
import { expect } from 'vitest';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { TenantScope } from '@/lib/tenancy/context';
import type { UsageEvent } from '@/lib/core/usage/insert-events';
import { isErrorStatus, latencyBucket, latencyBucketCount } from '@/lib/core/usage/rules';
import { dayInZone, startOfHour } from '@/lib/core/usage/zoned-days';

/** Everything the roll-ups say of a tenant, against the same counted in plain code. */
export async function expectExact(scope: TenantScope, zone: string, events: readonly UsageEvent[]): Promise<void> {
  const where = { tenantId: scope.tenantId };
  const [hourly, daily, memberDays, tenantDays] = await Promise.all([
    consoleDb().usageHourly.findMany({ where }),
    consoleDb().usageDaily.findMany({ where }),
    consoleDb().memberDay.findMany({ where }),
    consoleDb().tenantDay.findMany({ where }),
  ]);
  const day = (one: UsageEvent): string => dayInZone(one.at, zone);
  const series = ({ meter, surface, route }: { meter: string; surface: string; route: string }): string =>
    `${meter} ${surface} ${route}`;

  expect(byKey(hourly, (row) => `${row.hour.toISOString()} ${series(row)}`, figures)).toEqual(
    tally(events, (one) => `${startOfHour(one.at, zone).toISOString()} ${series(one)}`, sums),
  );
  expect(byKey(daily, (row) => `${isoDay(row.day)} ${series(row)}`, figures)).toEqual(
    tally(events, (one) => `${day(one)} ${series(one)}`, sums),
  );

  const ofMembers = events.filter(({ meter, memberId }) => meter === 'requests' && memberId);
  expect(
    byKey(
      memberDays,
      (row) => `${isoDay(row.day)} ${row.memberId}`,
      (row) => Number(row.requests),
    ),
  ).toEqual(
    tally(
      ofMembers,
      (one) => `${day(one)} ${one.memberId ?? ''}`,
      (group) => total(group),
    ),
  );

  const wholeDay = (group: readonly UsageEvent[]) => {
    const of = (meter: string) => group.filter((one) => one.meter === meter);
    const requests = sums(of('requests'));
    return [
      total(of('requests')),
      total(of('page_views')),
      total(of('sign_ins')),
      requests[2],
      requests[3],
      requests[4],
      new Set(of('requests').flatMap(({ memberId }) => memberId ?? [])).size,
    ];
  };
  expect(
    byKey(
      tenantDays,
      (row) => isoDay(row.day),
      (row) =>
        [row.requests, row.pageViews, row.signIns, row.errors, row.durationSumMs, row.latency, row.activeMembers].map(
          (value) => (Array.isArray(value) ? value : Number(value)),
        ),
    ),
  ).toEqual(tally(events, day, wholeDay));
}

function figures(row: { events: bigint; value: bigint; errors: bigint; durationSumMs: bigint; latency: number[] }) {
  return [Number(row.events), Number(row.value), Number(row.errors), Number(row.durationSumMs), row.latency];
}

function sums(group: readonly UsageEvent[]) {
  const timed = group.flatMap(({ durationMs }) => durationMs ?? []);
  const latency =
    timed.length === 0
      ? []
      : Array.from(
          { length: latencyBucketCount },
          (_, bucket) => timed.filter((ms) => latencyBucket(ms) === bucket).length,
        );
  return [
    group.length,
    total(group),
    group.filter(({ status }) => isErrorStatus(status ?? 0)).length,
    timed.reduce((sum, ms) => sum + ms, 0),
    latency,
  ];
}

function total(group: readonly UsageEvent[]): number {
  return group.reduce((sum, { value }) => sum + value, 0);
}

function tally<T>(
  events: readonly UsageEvent[],
  key: (event: UsageEvent) => string,
  of: (group: UsageEvent[]) => T,
): Map<string, T> {
  const groups = new Map<string, UsageEvent[]>();
  for (const one of events) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return sorted([...groups].map(([name, group]): [string, T] => [name, of(group)]));
}

function byKey<Row, T>(rows: readonly Row[], key: (row: Row) => string, of: (row: Row) => T): Map<string, T> {
  return sorted(rows.map((row): [string, T] => [key(row), of(row)]));
}

function sorted<T>(entries: [string, T][]): Map<string, T> {
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
