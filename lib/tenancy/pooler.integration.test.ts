/** Behind a transaction pooler a connection changes hands after every transaction: the tenant must not change with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { startPgBouncer } from '@/lib/testing/pgbouncer';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { statementName } from './statement-name';
import { tenantExtension, type TenantDb } from './tenant-client';
import { TenantPool } from './tenant-pool';

let database: TestDatabase;
let tenants: SeededTenant[];
let pooler: { url: string; stop(): Promise<void> };
let pool: TenantPool;
let base: PrismaClient;

beforeAll(async () => {
  database = await createTestDatabase();
  tenants = await seedTenants(database.adminUrl, 12, 3, ['shared', 'schema', 'shared', 'database', 'shared', 'schema']);
  pooler = await startPgBouncer(database.appUrl, 2);
  // What the operator sets: the pooler for requests, the server itself for LISTEN and migrations.
  process.env.DATABASE_DIRECT_URL = database.adminUrl;
  process.env.DATABASE_URL = pooler.url;
  resetEnv();
  pool = new TenantPool({ connectionString: pooler.url, max: 20, connectionTimeoutMillis: 30_000 });
  pool.on('error', () => undefined);
  base = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) });
}, 180_000);

afterAll(async () => {
  await base.$disconnect();
  await pool.end();
  await pooler.stop();
  await database.drop();
});

const dbOf = ({ scope }: SeededTenant): TenantDb => base.$extends(tenantExtension(scope)) as unknown as TenantDb;

describe('behind PgBouncer in transaction mode', () => {
  it('twenty connections on two servers: 0 foreign and 0 missing rows over 900 mixed operations', async () => {
    const ways: ((db: TenantDb) => Promise<{ tenantId: string }[]>)[] = [
      (db) => db.member.findMany({ select: { tenantId: true } }),
      (db) => db.$queryRaw`SELECT tenant_id::text AS "tenantId" FROM "public"."members"`,
      (db) => db.$transaction((tx) => tx.member.findMany({ select: { tenantId: true } }), { maxWait: 30_000 }),
    ];
    const seen = { foreign: 0, missing: 0 };
    await Promise.all(
      Array.from({ length: 900 }, async (_, i) => {
        const tenant = tenants[i % tenants.length] as SeededTenant;
        const rows = (await ways[i % ways.length]?.(dbOf(tenant))) ?? [];
        const mine = rows.filter((row) => row.tenantId === tenant.scope.tenantId).length;
        seen.foreign += rows.length - mine;
        seen.missing += 3 - mine;
      }),
    );
    expect(seen).toEqual({ foreign: 0, missing: 0 });
  });

  it('a failed statement leaves nothing behind for the next tenant', async () => {
    const [first, second] = tenants as [SeededTenant, SeededTenant];
    for (let i = 0; i < 20; i++) {
      await expect(dbOf(first).$queryRaw`SELECT 1 / 0`).rejects.toThrow();
      expect(await dbOf(second).member.count()).toBe(3);
    }
  });
});
