import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { dropFlagSnapshot } from '@/lib/core/flags/snapshot';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, memberOf, type TestTenant } from '@/lib/testing/tenant';
import { exportUsage } from './export-usage';
import { insertUsageEvents, type UsageEvent } from './insert-events';
import { rollUpUsage } from './roll-up';
import { exportQuery, usageOverviewSchema, type UsageReport } from './schema';
import { usageOverview } from './usage-overview';

let database: TestDatabase;
let [mine, foreign] = [{}, {}] as [TestTenant, TestTenant];
/** 15:00 on a Sunday afternoon in Berlin, two weeks after the clocks went forward there. */
const now = new Date('2026-04-12T13:00:00Z');
const members = [uuidv7(), uuidv7(), uuidv7()] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  [mine, foreign] = [await tenantInBerlin(), await tenantInBerlin()];
  await insertUsageEvents(mine, [
    ...burst('2026-04-12T08:10:00Z', 6, { status: 200, durationMs: 40, memberId: members[0] }),
    ...burst('2026-04-12T08:20:00Z', 2, { status: 500, durationMs: 900, memberId: members[1], route: '/members' }),
    ...burst('2026-04-12T08:30:00Z', 3, { meter: 'page_views', surface: 'site', route: '=1+1' }),
    // Yesterday at 10:00 and, after the hour that it is now, at 20:00.
    ...burst('2026-04-11T08:00:00Z', 4, { memberId: members[0] }),
    ...burst('2026-04-11T18:00:00Z', 30, { memberId: members[2], status: 503 }),
    ...burst('2026-04-05T08:00:00Z', 10, {}),
    ...burst('2026-04-05T20:00:00Z', 100, {}),
  ]);
  await insertUsageEvents(foreign, burst('2026-04-12T08:00:00Z', 999, { memberId: members[0], route: '/foreign' }));
  await rollUpUsage();
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

describe('usageOverview', () => {
  it('holds today against yesterday up to the same time', async () => {
    const { totals, series, period } = await usageOverview(memberOf(mine), { period: 'today' }, now);
    expect(totals).toMatchObject({
      requests: { current: 8, previous: 4 },
      errors: { current: 2, previous: 0 },
      errorRate: { current: 0.25, previous: 0 },
      pageViews: { current: 3, previous: 0 },
      activeMembers: { current: 2, previous: 2 },
    });
    expect(period).toMatchObject({ timeZone: 'Europe/Berlin', step: 'hour', fromDay: '2026-04-12' });
    expect(series).toHaveLength(24);
    expect(series[10]).toMatchObject({ at: '2026-04-12T08:00:00.000Z', requests: 8, errors: 2, previousRequests: 4 });
    // What is still to come is a gap, while the day before is whole.
    expect(series[20]).toMatchObject({ requests: null, previousRequests: 30 });
  });

  it('gives a point for every day of a period, and each day beside its own in the period before', async () => {
    const { totals, series } = await usageOverview(memberOf(mine), { period: '7d' }, now);
    expect(series.map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-04-05',
      '2026-04-06',
      '2026-04-07',
      '2026-04-08',
      '2026-04-09',
      '2026-04-10',
      '2026-04-11',
    ]);
    expect(series.map(({ requests }) => requests)).toEqual([0, 0, 0, 0, 0, 34, 8]);
    expect(series.at(-1)).toMatchObject({ previousRequests: 110, activeMembers: 2 });
    expect(totals.requests).toEqual({ current: 42, previous: 10 });
    expect(totals.activeMembers).toEqual({ current: 3, previous: 0 });
  });

  it('lists the busiest routes with their own errors and latency', async () => {
    const { routes, pages } = await usageOverview(memberOf(mine), { period: 'today' }, now);
    expect(routes).toMatchObject([
      { surface: 'portal', route: '/', requests: 6, errors: 0 },
      { surface: 'portal', route: '/members', requests: 2, errors: 2 },
    ]);
    expect(routes[1]?.p95Ms).toBeGreaterThanOrEqual(750);
    expect(pages).toEqual([{ surface: 'site', route: '=1+1', views: 3 }]);
  });

  it('counts quotas: people with a place, addresses, and the requests of the calendar month', async () => {
    const db = tenantDb(mine);
    const { id: invitedById } = await db.member.create({
      data: { email: 'ada@example.test', name: 'Ada', role: 'admin' },
    });
    const invitation = (email: string, expiresAt: Date) => ({
      email,
      role: 'user',
      tokenHash: email,
      invitedByType: 'member',
      invitedById,
      expiresAt,
    });
    await db.invitation.createMany({
      data: [
        invitation('open@example.test', new Date(Date.now() + 86_400_000)),
        invitation('over@example.test', new Date(0)),
      ],
    });
    await consoleDb().host.create({
      data: { host: `${mine.slug}.portico.test`, tenantId: mine.tenantId, surface: 'portal', status: 'active' },
    });
    const { quotas } = await usageOverview(memberOf(mine), { period: 'today' }, now);
    expect(quotas).toEqual([
      { key: 'members', used: 2, limit: 250 },
      { key: 'hosts', used: 1, limit: 10 },
      { key: 'requests', used: 8 + 34 + 110, limit: 10_000_000 },
      { key: 'storage', used: 0, limit: 100_000_000_000 },
    ]);
  });

  it('reaches only as far back as the plan lets it', async () => {
    const free = await tenantInBerlin('free');
    const { period, historyDays } = await usageOverview(memberOf(free), { period: '90d' }, now);
    expect([period.fromDay, historyDays]).toEqual(['2026-03-14', 30]);
  });

  it('shows nothing of another tenant, and says that a fresh one is fresh', async () => {
    const fresh = await tenantInBerlin();
    const empty = await usageOverview(memberOf(fresh), { period: '30d' }, now);
    expect(empty).toMatchObject({
      untouched: true,
      routes: [],
      pages: [],
      totals: { requests: { current: 0, previous: 0 }, p95Ms: { current: null, previous: null } },
    });
    expect(JSON.stringify(await usageOverview(memberOf(mine), { period: '30d' }, now))).not.toContain('foreign');
  });

  it('refuses roles that may not see usage', async () => {
    for (const role of ['user', 'viewer'] as const) {
      await expect(usageOverview(memberOf(mine, role), { period: 'today' }, now)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  it('answers in the shape that it promises', async () => {
    for (const period of ['today', '7d', '90d', 'month'] as const) {
      usageOverviewSchema.parse(await usageOverview(memberOf(mine), { period }, now));
    }
  });
});

describe('exportUsage', () => {
  it('writes the figures of the period, and that they were taken', async () => {
    const text = await take('detail');
    expect(text.split('\r\n')).toEqual([
      'day,meter,surface,route,value,errors,p50_ms,p95_ms',
      "2026-04-12,page_views,site,'=1+1,3,0,,",
      expect.stringMatching(/^2026-04-12,requests,portal,\/,6,0,\d+,\d+$/),
      expect.stringMatching(/^2026-04-12,requests,portal,\/members,2,2,\d+,\d+$/),
      '',
    ]);
    const [event] = await tenantDb(mine).auditEvent.findMany({ where: { action: 'usage.exported' } });
    expect(event).toMatchObject({
      targetLabel: 'detail',
      actorType: 'member',
      changes: { from: { after: '2026-04-12' } },
    });
  });

  it("writes hours as they read on the tenant's clock", async () => {
    expect(await take('traffic')).toContain('\r\n2026-04-12 10:00,8,3,2,');
  });

  it('writes more rows than one page holds, each once', async () => {
    const large = await tenantInBerlin();
    await insertUsageEvents(
      large,
      Array.from({ length: 2_300 }, (_, index) => at(burst('2026-04-12T08:00:00Z', 1, { route: `/page-${index}` }))),
    );
    await rollUpUsage();
    const rows = (await (await exportUsage(memberOf(large), exportQuery.parse({ period: 'today' }), now)).text())
      .trim()
      .split('\r\n')
      .slice(1);
    expect(rows).toHaveLength(2_300);
    expect(new Set(rows).size).toBe(2_300);
  });

  it('does not exist where the plan has no export', async () => {
    const basic = await tenantInBerlin('basic');
    await expect(exportUsage(memberOf(basic), exportQuery.parse({}), now)).rejects.toMatchObject({ code: 'not_found' });
    expect(await tenantDb(basic).auditEvent.count()).toBe(0);
  });

  it('refuses roles that may not export', async () => {
    await expect(exportUsage(memberOf(mine, 'user'), exportQuery.parse({}), now)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

async function take(report: UsageReport): Promise<string> {
  const response = await exportUsage(memberOf(mine), exportQuery.parse({ period: 'today', report }), now);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="usage-/);
  return response.text();
}

async function tenantInBerlin(plan = 'professional'): Promise<TestTenant> {
  const tenant = await createTestTenant({ plan });
  await tenantDb(tenant).tenantSettings.create({ data: { timeZone: 'Europe/Berlin' } });
  dropFlagSnapshot(tenant.tenantId);
  return tenant;
}

function burst(instant: string, times: number, facts: Partial<UsageEvent>): UsageEvent[] {
  return Array.from({ length: times }, () => ({
    id: uuidv7(),
    at: new Date(instant),
    meter: 'requests',
    value: 1,
    surface: 'portal',
    route: '/',
    status: 200,
    durationMs: 20,
    memberId: null,
    ...facts,
  })).map((event) => (event.meter === 'requests' ? event : { ...event, status: null, durationMs: null }));
}

function at<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('nothing there');
  return item;
}
