import fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import type { TenantScope } from '@/lib/tenancy/context';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { expectExact } from '@/lib/testing/exact-roll-ups';
import { createTestTenant } from '@/lib/testing/tenant';
import { insertUsageEvents, type UsageEvent } from './insert-events';
import { rebuildDaily, rollUpUsage } from './roll-up';

let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
  await ensureCatalogue();
});

afterEach(async () => {
  await admin.query('TRUNCATE usage_events, usage_hourly, usage_daily, member_days, tenant_days, job_watermarks');
});

afterAll(async () => {
  await admin.end();
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'America/Santiago', 'Australia/Lord_Howe'];
const members = Array.from({ length: 4 }, () => uuidv7());

describe('rollUpUsage', () => {
  it(
    'equals the raw events exactly, whatever the zone, order, repetition and lateness',
    { timeout: 240_000 },
    async () => {
      const tenants = await Promise.all(zones.map((zone) => tenantInZone(zone)));
      const batches = fc.array(
        fc.record({
          tenant: fc.nat(zones.length - 1),
          events: fc.array(event(), { maxLength: 40 }),
          rollUp: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      );
      const history = new Map<string, UsageEvent[]>(tenants.map(({ scope }) => [scope.tenantId, []]));
      await fc.assert(
        fc.asyncProperty(batches, async (steps) => {
          for (const step of steps) {
            const { scope } = at(tenants, step.tenant);
            await insertUsageEvents(scope, step.events);
            history.get(scope.tenantId)?.push(...step.events);
            if (step.rollUp) await rollUpUsage();
          }
          await rollUpUsage();
          await rollUpUsage();
          for (const { scope, zone } of tenants) await expectExact(scope, zone, history.get(scope.tenantId) ?? []);
        }),
        { numRuns: 12 },
      );
    },
  );

  it('counts an event once, however often it is handed in', async () => {
    const { scope, zone } = await tenantInZone('UTC');
    const events = fc.sample(event(), 30);
    expect(await insertUsageEvents(scope, events)).toBe(30);
    await rollUpUsage();
    expect(await insertUsageEvents(scope, events)).toBe(0);
    await rollUpUsage();
    await expectExact(scope, zone, events);
  });

  it('corrects the hours and days of an event that arrives long after', async () => {
    const { scope, zone } = await tenantInZone('America/New_York');
    const [early, late] = [sampleAt('2026-11-01T05:30:00Z'), sampleAt('2026-11-01T06:30:00Z')];
    await insertUsageEvents(scope, [early]);
    await rollUpUsage();
    await insertUsageEvents(scope, [late]);
    await rollUpUsage();
    await expectExact(scope, zone, [early, late]);
    // Both read 1:30 on the clock of that day, and are an hour apart.
    expect(await tenantDb(scope).usageHourly.count()).toBe(2);
  });

  it('gives the same result when several workers run it at once', async () => {
    const { scope, zone } = await tenantInZone('Asia/Kolkata');
    const events = fc.sample(event(), 60);
    await insertUsageEvents(scope, events);
    await Promise.all([rollUpUsage(), rollUpUsage(), rollUpUsage()]);
    await expectExact(scope, zone, events);
  });

  it('works through a backlog that was recorded over hours', async () => {
    const { scope, zone } = await tenantInZone('UTC');
    const events = fc.sample(event(), 50);
    await insertUsageEvents(scope, events);
    await admin.query(`UPDATE usage_events SET recorded_at = now() - (random() * interval '5 hours')`);
    expect((await rollUpUsage()).windows).toBeGreaterThan(3);
    await expectExact(scope, zone, events);
  });

  it("is not stopped by a zone that the database's server does not know", async () => {
    const [strange, plain] = [await tenantInZone('Mars/Olympus'), await tenantInZone('Europe/Berlin')];
    const events = fc.sample(event(), 20);
    await insertUsageEvents(strange.scope, events);
    await insertUsageEvents(
      plain.scope,
      events.map((one) => ({ ...one, id: uuidv7() })),
    );
    await rollUpUsage();
    await expectExact(strange.scope, 'UTC', events);
    expect(await tenantDb(plain.scope).tenantDay.count()).toBeGreaterThan(0);
  });
});

describe('rebuildDaily', () => {
  it('moves the days of one tenant to its new zone and leaves every other alone', async () => {
    const [moved, other] = [await tenantInZone('UTC'), await tenantInZone('Europe/Berlin')];
    const [ofMoved, ofOther] = [fc.sample(event(), 80), fc.sample(event(), 80)];
    await insertUsageEvents(moved.scope, ofMoved);
    await insertUsageEvents(other.scope, ofOther);
    await rollUpUsage();
    await tenantDb(moved.scope).tenantSettings.updateMany({ data: { timeZone: 'Asia/Kolkata' } });
    await rebuildDaily(moved.scope.tenantId);
    await expectExact(moved.scope, 'Asia/Kolkata', ofMoved);
    await expectExact(other.scope, 'Europe/Berlin', ofOther);
  });
});

describe('isolation', () => {
  it("shows a tenant its own roll-ups only, and lets nobody but the roll-up's role write them", async () => {
    const [mine, foreign] = [await tenantInZone('UTC'), await tenantInZone('UTC')];
    await insertUsageEvents(foreign.scope, fc.sample(event(), 20));
    await rollUpUsage();
    const db = tenantDb(mine.scope);
    const theirs = { where: { tenantId: foreign.scope.tenantId } };
    expect(await db.usageEvent.count(theirs)).toBe(0);
    expect(await db.usageHourly.count(theirs)).toBe(0);
    expect(await db.usageDaily.count(theirs)).toBe(0);
    expect(await db.memberDay.count(theirs)).toBe(0);
    expect(await db.tenantDay.count(theirs)).toBe(0);
    expect(await db.$queryRaw`SELECT 1 FROM tenant_days WHERE tenant_id = ${foreign.scope.tenantId}::uuid`).toEqual([]);
    await expect(db.tenantDay.deleteMany({})).rejects.toThrow();
    await expect(db.$executeRaw`UPDATE usage_daily SET value = 0`).rejects.toThrow();
  });

  it('refuses an event that names another tenant', async () => {
    const [mine, foreign] = [await tenantInZone('UTC'), await tenantInZone('UTC')];
    const row = { ...at(fc.sample(event(), 1), 0), tenantId: foreign.scope.tenantId };
    await insertUsageEvents(mine.scope, [row]);
    expect(await tenantDb(foreign.scope).usageEvent.count()).toBe(0);
    await expect(
      tenantDb(mine.scope)
        .$executeRaw`INSERT INTO usage_events (tenant_id, at, id, meter) VALUES (${foreign.scope.tenantId}::uuid, now(), ${uuidv7()}::uuid, 'requests')`,
    ).rejects.toThrow();
  });
});

async function tenantInZone(zone: string): Promise<{ scope: TenantScope; zone: string }> {
  const scope = await createTestTenant({ plan: 'basic' });
  await tenantDb(scope).tenantSettings.deleteMany({});
  await tenantDb(scope).tenantSettings.create({ data: { timeZone: zone } });
  return { scope, zone };
}

/** Events around the two clock changes of a year, over partitions that exist and over the default one. */
function event(): fc.Arbitrary<UsageEvent> {
  const moments = [
    '2026-03-29T01:00:00Z',
    '2026-11-01T06:00:00Z',
    '2026-09-06T04:00:00Z',
    '2026-04-04T15:00:00Z',
    '2026-06-01T00:00:00Z',
    '2027-05-01T00:00:00Z',
  ];
  return fc
    .record({
      near: fc.constantFrom(...moments),
      shiftMs: fc.integer({ min: -40 * 3_600_000, max: 40 * 3_600_000 }),
      meter: fc.constantFrom('requests', 'page_views', 'sign_ins', 'api.calls'),
      value: fc.integer({ min: 0, max: 1_000_000 }),
      surface: fc.constantFrom('portal', 'site', ''),
      route: fc.constantFrom('/', '/members', ''),
      status: fc.constantFrom(200, 404, 500, 503, null),
      durationMs: fc.option(fc.integer({ min: 0, max: 20_000 })),
      memberId: fc.option(fc.constantFrom(...members)),
    })
    .map(({ near, shiftMs, ...rest }) => ({ ...rest, id: uuidv7(), at: new Date(Date.parse(near) + shiftMs) }));
}

function sampleAt(instant: string): UsageEvent {
  return { ...at(fc.sample(event(), 1), 0), meter: 'requests', surface: 'portal', route: '/', at: new Date(instant) };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error('nothing there');
  return item;
}
