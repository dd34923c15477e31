import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { insertUsageEvents } from '@/lib/core/usage/insert-events';
import { measureResources } from '@/lib/core/usage/measure-resources';
import { rollUpUsage } from '@/lib/core/usage/roll-up';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, superAdmin, type TestTenant } from '@/lib/testing/tenant';
import { listResources } from './list-resources';
import { forgetAnalytics, platformAnalytics } from './platform-analytics';
import { analyticsSchema, resourcePageSchema, resourceQuery, resourceSorts, type ResourceRow } from './schema';

let database: TestDatabase;
const now = new Date();
const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  const [busy, quiet, old, gone] = [
    await tenant('free', 3, 'active'),
    await tenant('basic', 40, 'suspended'),
    await tenant('basic', 400, 'active'),
    await tenant('free', 2, 'erased'),
  ];
  await requests(busy, daysAgo(1), 30, 500);
  await requests(busy, daysAgo(2), 10, 200);
  await requests(quiet, daysAgo(35), 5, 200);
  await requests(old, daysAgo(1), 1, 200);
  await requests(gone, daysAgo(1), 1, 200);
  await rollUpUsage();
});

beforeEach(() => forgetAnalytics());

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

describe('platformAnalytics', () => {
  it('counts tenants, their growth by plan, and what they did, beside the period before', async () => {
    const { totals, growth, activity, plans, statuses } = await platformAnalytics(superAdmin(), '30d', now);
    expect(totals).toMatchObject({
      tenants: { current: 3, previous: 2 },
      created: { current: 1, previous: 1 },
      activeTenants: { current: 3, previous: 1 },
      requests: { current: 42, previous: 5 },
      errors: { current: 30, previous: 0 },
    });
    expect(growth).toHaveLength(30);
    expect(growth[0]?.byPlan).toMatchObject({ free: 0, basic: 2 });
    expect(growth.at(-1)?.byPlan).toMatchObject({ free: 1, basic: 2 });
    expect(activity.at(-2)).toMatchObject({ activeTenants: 3, requests: 32, errors: 30, activeMembers: 30 });
    expect(plans.filter(({ tenants }) => tenants > 0).map(({ key, tenants }) => [key, tenants])).toEqual([
      ['free', 1],
      ['basic', 2],
    ]);
    expect(statuses).toEqual([
      { key: 'active', tenants: 2 },
      { key: 'suspended', tenants: 1 },
    ]);
  });

  it('answers in the shape that it promises for every period', async () => {
    for (const period of ['30d', '90d', '12m'] as const) {
      const result = analyticsSchema.parse(await platformAnalytics(superAdmin(), period, now));
      expect(result.growth).toHaveLength({ '30d': 30, '90d': 90, '12m': 12 }[period]);
    }
  });

  it('is open to every super-admin who may see analytics', async () => {
    await expect(platformAnalytics(superAdmin('support'), '30d', now)).resolves.toBeDefined();
  });
});

describe('listResources', () => {
  it('lists who was not measured yet, and the figures once it was', async () => {
    await consoleDb().resourceDaily.deleteMany({});
    const before = await listResources(superAdmin(), resourceQuery.parse({}));
    expect(before.measuredAt).toBeNull();
    expect(before.data.map(({ measured }) => measured)).toEqual([null, null, null]);
    await measureResources();
    const after = resourcePageSchema.parse(await listResources(superAdmin(), resourceQuery.parse({})));
    expect(after.data.map(({ measured }) => measured?.requests30d)).toEqual([40, 1, 0]);
    expect(after.data[0]?.measured?.databaseBytes).toBeGreaterThan(1_000);
    expect(after.measuredAt).not.toBeNull();
  });

  it('pages through every tenant once in every order, forwards and back', async () => {
    await seedMany(137);
    await measureResources();
    for (const sort of resourceSorts.flatMap((name) => [name, `-${name}`])) {
      const there = await walk(sort, 'nextCursor');
      expect(new Set(there.map(({ id }) => id)).size).toBe(140);
      expect(there).toHaveLength(140);
      const last = await listResources(superAdmin(), resourceQuery.parse({ sort, limit: 50 }));
      const second = await listResources(
        superAdmin(),
        resourceQuery.parse({ sort, limit: 50, cursor: last.nextCursor ?? '' }),
      );
      const back = await listResources(
        superAdmin(),
        resourceQuery.parse({ sort, limit: 50, cursor: second.previousCursor ?? '' }),
      );
      expect(back.data).toEqual(last.data);
    }
  });

  it('finds by name and slug, taking signs of patterns as they are', async () => {
    const found = async (q: string) => (await listResources(superAdmin(), resourceQuery.parse({ q }))).total;
    expect(await found('bulk tenant 7')).toBeGreaterThan(0);
    expect(await found('BULK-12')).toBeGreaterThan(0);
    expect(await found('%')).toBe(0);
  });

  it('refuses a cursor of another order, and one that is no place at all', async () => {
    const { nextCursor } = await listResources(superAdmin(), resourceQuery.parse({ sort: 'name', limit: 10 }));
    for (const cursor of [nextCursor ?? '', 'nonsense']) {
      await expect(
        listResources(superAdmin(), resourceQuery.parse({ sort: '-members', cursor })),
      ).rejects.toMatchObject({ code: 'validation_failed' });
    }
  });
});

async function walk(sort: string, follow: 'nextCursor'): Promise<ResourceRow[]> {
  const rows: ResourceRow[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await listResources(superAdmin(), resourceQuery.parse({ sort, limit: 50, cursor }));
    rows.push(...page.data);
    if (!page[follow]) return rows;
    cursor = page[follow];
  }
}

async function tenant(plan: string, createdDaysAgo: number, status: string): Promise<TestTenant> {
  const made = await createTestTenant({ plan });
  await consoleDb().tenant.update({
    where: { id: made.tenantId },
    data: { createdAt: daysAgo(createdDaysAgo), status },
  });
  return made;
}

async function requests(scope: TestTenant, at: Date, count: number, status: number): Promise<void> {
  await insertUsageEvents(
    scope,
    Array.from({ length: count }, () => ({
      id: uuidv7(),
      at,
      meter: 'requests',
      value: 1,
      surface: 'portal',
      route: '/',
      status,
      durationMs: 9,
      memberId: status === 500 ? uuidv7() : null,
    })),
  );
}

async function seedMany(count: number): Promise<void> {
  const admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await admin.query(
    `INSERT INTO tenants (id, slug, name, status, plan_id, updated_at)
     SELECT gen_random_uuid(), 'bulk-' || i, 'Bulk tenant ' || i % 20, 'active', (SELECT id FROM plans ORDER BY position LIMIT 1), now() FROM generate_series(1, $1) i`,
    [count],
  );
  await admin.end();
}
