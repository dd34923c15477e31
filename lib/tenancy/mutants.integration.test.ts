import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { entryOf, runInTenant } from './context';
import { tenantExtension, type TenantDb } from './tenant-client';
import { TenantPool } from './tenant-pool';

/**
 * Do the tests above see anything at all? Each mutant breaks one part of the wall, and the probe must notice. Where the mutant breaks
 * only one of two layers the other must still hold, and that is tested too.
 */
let database: TestDatabase;
let admin: pg.Client;
let own: SeededTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  [own] = (await seedTenants(database.adminUrl, 2, 2)) as [SeededTenant, SeededTenant];
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

const pools: pg.Pool[] = [];
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.end()));
});

function connect(pool: pg.Pool): PrismaClient {
  pools.push(pool);
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

const scoped = (client: PrismaClient): TenantDb => client.$extends(tenantExtension(own.scope)) as unknown as TenantDb;

/** Rows of other tenants that a client gets to see, by the model and by SQL. */
async function foreignRows(db: Pick<TenantDb, 'member' | '$queryRaw'>): Promise<{ byModel: number; bySql: number }> {
  const rows = await db.member.findMany({ select: { tenantId: true } });
  const [count] = await db.$queryRaw<
    { n: number }[]
  >`SELECT count(*)::int AS n FROM members WHERE tenant_id <> ${own.scope.tenantId}::uuid`;
  return { byModel: rows.filter((row) => row.tenantId !== own.scope.tenantId).length, bySql: count?.n ?? 0 };
}

const healthyPool = (): pg.Pool => new TenantPool({ connectionString: database.appUrl, max: 1 });

describe('with everything in place', () => {
  it('the probe finds nothing', async () => {
    expect(await foreignRows(scoped(connect(healthyPool())))).toEqual({ byModel: 0, bySql: 0 });
  });
});

describe('with the database’s half broken', () => {
  const restore = `ALTER TABLE members ENABLE ROW LEVEL SECURITY; DROP POLICY IF EXISTS mutant ON members`;
  afterEach(() => admin.query(restore));

  it.each([
    ['row-level security off', 'ALTER TABLE members DISABLE ROW LEVEL SECURITY'],
    ['a policy that lets all through', 'CREATE POLICY mutant ON members FOR SELECT TO portico_app USING (true)'],
  ])('%s: SQL sees foreign rows (noticed), the client’s own narrowing still holds for models', async (_title, sql) => {
    await admin.query(sql);
    const seen = await foreignRows(scoped(connect(healthyPool())));
    expect(seen.bySql).toBeGreaterThan(0);
    expect(seen.byModel).toBe(0);
  });
});

describe('with the client’s half broken', () => {
  it('a client without the extension still sees only its tenant: the policies hold', async () => {
    const bare = connect(healthyPool());
    const seen = await runInTenant(entryOf(own.scope), async () => {
      const rows = await bare.member.findMany({ select: { tenantId: true } });
      return rows.filter((row) => row.tenantId !== own.scope.tenantId).length;
    });
    expect(seen).toBe(0);
  });
});

describe('with the connection’s half broken', () => {
  it('the wrong pool (the console’s) is no use: its role may not enter a tenant', async () => {
    const wrong = connect(new TenantPool({ connectionString: database.consoleUrl, max: 1 }));
    await expect(foreignRows(scoped(wrong))).rejects.toThrow('permission denied for function enter_tenant');
  });

  it('a pool that doesn’t set the tenant finds nothing at all, not everything', async () => {
    const unset = connect(new pg.Pool({ connectionString: database.appUrl, max: 1 }));
    expect(await unset.member.count()).toBe(0);
  });

  describe('a tenant left behind on the session', () => {
    let stale: pg.Pool;
    beforeEach(async () => {
      stale = new pg.Pool({ connectionString: database.appUrl, max: 1 });
      const [stranger] = (
        await admin.query<{ id: string }>('SELECT id FROM tenants WHERE id <> $1', [own.scope.tenantId])
      ).rows;
      await stale.query(`SET app.tenant_id = '${stranger?.id}'`);
    });

    it('shows foreign rows to a pool that does not set its own: noticed', async () => {
      expect((await foreignRows(connect(stale) as unknown as TenantDb)).byModel).toBeGreaterThan(0);
    });
  });
});
