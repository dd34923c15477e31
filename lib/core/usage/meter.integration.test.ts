import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { renderMetrics } from '@/lib/platform/metrics';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import type * as InsertEvents from './insert-events';
import { flushUsage, meterEvent } from './meter';

const trouble = vi.hoisted(() => ({ before: undefined as Error | undefined, after: undefined as Error | undefined }));

vi.mock('./insert-events', async (load) => {
  const real = await load<typeof InsertEvents>();
  return {
    insertUsageEvents: async (...args: Parameters<typeof real.insertUsageEvents>) => {
      if (trouble.before) throw trouble.before;
      const count = await real.insertUsageEvents(...args);
      if (trouble.after) throw trouble.after;
      return count;
    },
  };
});

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

afterEach(async () => {
  trouble.before = trouble.after = undefined;
  await flushUsage();
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const away = (): Error => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

describe('meterEvent', () => {
  it('writes what was counted, to the tenant it was counted for', async () => {
    const [one, two] = [await createTestTenant(), await createTestTenant()];
    const memberId = uuidv7();
    meterEvent(one, { meter: 'sign_ins', surface: 'portal', memberId });
    meterEvent(two, { meter: 'requests', value: 7, status: 503, durationMs: 12, route: '/members' });
    await flushUsage();
    expect(await tenantDb(one).usageEvent.findMany()).toMatchObject([
      { meter: 'sign_ins', value: 1n, memberId, status: null },
    ]);
    expect(await tenantDb(two).usageEvent.findMany()).toMatchObject([
      { meter: 'requests', value: 7n, status: 503, durationMs: 12, route: '/members' },
    ]);
  });

  it('writes by itself within a second or two', async () => {
    const tenant = await createTestTenant();
    meterEvent(tenant, { meter: 'requests' });
    await expect.poll(() => tenantDb(tenant).usageEvent.count(), { timeout: 5_000 }).toBe(1);
  });

  it('loses nothing while the database is away', async () => {
    const tenant = await createTestTenant();
    count(tenant, 1_200);
    trouble.before = away();
    await flushUsage();
    count(tenant, 300);
    await flushUsage();
    trouble.before = undefined;
    await flushUsage();
    expect(await tenantDb(tenant).usageEvent.count()).toBe(1_500);
  });

  it('counts once when the answer of the database was lost and the batch is sent again', async () => {
    const tenant = await createTestTenant();
    count(tenant, 20);
    trouble.after = away();
    await flushUsage();
    trouble.after = undefined;
    await flushUsage();
    expect(await tenantDb(tenant).usageEvent.count()).toBe(20);
  });

  it("bounds what it holds: a flood loses its own oldest events, and nobody else's", async () => {
    const [flood, calm] = [await createTestTenant(), await createTestTenant()];
    const before = droppedTotal();
    trouble.before = away();
    count(calm, 10);
    for (let value = 0; value < 5_250; value++) meterEvent(flood, { meter: 'requests', value });
    trouble.before = undefined;
    await flushUsage();
    expect(await tenantDb(calm).usageEvent.count()).toBe(10);
    const { _count, _min } = await tenantDb(flood).usageEvent.aggregate({ _count: true, _min: { value: true } });
    expect([_count, _min.value]).toEqual([5_000, 250n]);
    expect(droppedTotal() - before).toBe(250);
  });

  it('gives up a batch that the database refuses for good, and goes on with the rest', async () => {
    const [bad, good] = [await createTestTenant(), await createTestTenant()];
    meterEvent(bad, { meter: 'requests', value: 0.5 });
    meterEvent(good, { meter: 'requests' });
    await flushUsage();
    expect(await tenantDb(bad).usageEvent.count()).toBe(0);
    expect(await tenantDb(good).usageEvent.count()).toBe(1);
  });
});

function count(tenant: TestTenant, times: number): void {
  for (let index = 0; index < times; index++) meterEvent(tenant, { meter: 'requests' });
}

function droppedTotal(): number {
  return Number(/^portico_usage_events_dropped_total (\d+)$/m.exec(renderMetrics())?.[1] ?? 0);
}
