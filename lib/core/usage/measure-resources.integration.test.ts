import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { placeDatabase, placeSchema } from '@/lib/tenancy/placements/names';
import { placedTables, tables, type TableName } from '@/lib/tenancy/tables';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { insertUsageEvents } from './insert-events';
import { measureResources } from './measure-resources';
import { rollUpUsage } from './roll-up';

let database: TestDatabase;
let [small, large] = [{}, {}] as [TestTenant, TestTenant];

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
  [small, large] = await Promise.all([createTestTenant(), createTestTenant()]);
  await fill(large, 40);
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

describe('measureResources', () => {
  it('gives each tenant its own figures, and nothing to one that has nothing', async () => {
    expect(await measureResources()).toEqual({ tenants: 2 });
    expect(await rowOf(small)).toMatchObject({
      databaseBytes: 0n,
      storageBytes: 0n,
      members: 0,
      hosts: 0,
      requests30d: 0n,
    });
    expect(await rowOf(large)).toMatchObject({ storageBytes: 5_000n, members: 39, requests30d: 40n });
  });

  it('weighs the rows of every tenant table that the console may read', async () => {
    await measureResources();
    const [measured, weighed] = [Number((await rowOf(large)).databaseBytes), await weigh(large)];
    // Under a policy a row may be packed a few bytes differently; a table left out would be missed by far more.
    expect(Math.abs(measured - weighed)).toBeLessThan(weighed / 500);
  });

  it('corrects the row of the day instead of adding one', async () => {
    await measureResources();
    await fill(large, 3);
    await measureResources();
    expect(await consoleDb().resourceDaily.count({ where: { tenantId: large.tenantId } })).toBe(1);
    expect((await rowOf(large)).members).toBe(41);
  });

  it('shows a tenant its own row only', async () => {
    await measureResources();
    const rows = await tenantDb(small).resourceDaily.findMany();
    expect(rows.map(({ tenantId }) => tenantId)).toEqual([small.tenantId]);
    expect(
      await tenantDb(small).$queryRaw`SELECT 1 FROM resource_daily WHERE tenant_id = ${large.tenantId}::uuid`,
    ).toEqual([]);
  });
});

async function fill(tenant: TestTenant, count: number): Promise<void> {
  const members = Array.from({ length: count }, (_, index) => ({
    email: `${index}-${uuidv7()}@example.test`,
    name: 'Ada Example',
    role: 'user',
    status: index === 0 ? 'revoked' : 'active',
  }));
  const db = tenantDb(tenant);
  await db.member.createMany({ data: members });
  await db.brandAsset.deleteMany({});
  await db.brandAsset.create({
    data: { kind: 'logo', sha256: 'a'.repeat(64), mimeType: 'image/png', sizeBytes: 5_000, width: 1, height: 1 },
  });
  await insertUsageEvents(
    tenant,
    members.map(() => ({
      id: uuidv7(),
      at: new Date(),
      meter: 'requests',
      value: 1,
      surface: 'portal',
      route: '/',
      status: 200,
      durationMs: 12,
      memberId: null,
    })),
  );
  await rollUpUsage();
}

async function rowOf({ tenantId }: TestTenant) {
  return consoleDb().resourceDaily.findFirstOrThrow({ where: { tenantId } });
}

/** The same, table by table as the database's superuser; the row that is being written weighs nothing yet or its old weight. */
async function weigh({ tenantId, placement }: TestTenant): Promise<number> {
  const main = await bytesIn(database.adminUrl, 'public', tenantId);
  if (placement === 'shared') return main;
  const url = new URL(database.adminUrl);
  if (placement === 'database') url.pathname = `/${placeDatabase(tenantId)}`;
  return main + (await bytesIn(url.toString(), placeSchema(tenantId), tenantId));
}

async function bytesIn(url: string, schema: string, tenantId: string): Promise<number> {
  const admin = new pg.Client(url);
  await admin.connect();
  let bytes = 0;
  for (const [name, { kind, console }] of Object.entries(tables)) {
    if (kind !== 'tenant' || !console.startsWith('S')) continue;
    if (schema !== 'public' && !placedTables.includes(name as TableName)) continue;
    const { rows } = await admin.query<{ bytes: string }>(
      `SELECT coalesce(sum(pg_column_size(r)), 0) AS bytes FROM ${schema}.${name} r WHERE tenant_id = $1`,
      [tenantId],
    );
    bytes += Number(rows[0]?.bytes ?? 0);
  }
  await admin.end();
  return bytes;
}
