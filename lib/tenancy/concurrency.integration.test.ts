import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { cutConnections } from '@/lib/testing/placed-tenant';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { rowKey } from './row-key';
import { statementName } from './statement-name';
import { tenantExtension, type TenantDb } from './tenant-client';
import { TenantPool } from './tenant-pool';

let database: TestDatabase;
let tenants: SeededTenant[];
let pool: TenantPool;
let base: PrismaClient;

const membersEach = 4;
const mixture = [
  'shared',
  'schema',
  'shared',
  'shared',
  'database',
  'shared',
  'schema',
  'shared',
  'shared',
  'shared',
] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  tenants = await seedTenants(database.adminUrl, 40, membersEach, mixture);
  // Two connections for hundreds of callers: every connection changes hands all the time.
  pool = new TenantPool({ connectionString: database.appUrl, max: 2, connectionTimeoutMillis: 60_000 });
  pool.on('error', () => {});
  base = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) });
});

afterAll(async () => {
  await base.$disconnect();
  await pool.end();
  await database.drop();
});

const dbOf = (tenant: SeededTenant): TenantDb => base.$extends(tenantExtension(tenant.scope)) as unknown as TenantDb;

type Seen = { foreign: number; missing: number };

/** One of the ways in which context was once lost: batched look-ups, transactions, errors in the middle, raw SQL. */
const operations: readonly ((tenant: SeededTenant, stranger: SeededTenant) => Promise<Seen>)[] = [
  async (tenant) => judge(tenant, await dbOf(tenant).member.findMany()),
  async (tenant, stranger) => {
    const db = dbOf(tenant);
    const [mine, theirs] = await Promise.all([
      db.member.findUnique({ where: rowKey(tenant.scope, tenant.memberIds[0] ?? '') }),
      db.member.findUnique({ where: rowKey(stranger.scope, stranger.memberIds[0] ?? '') }),
    ]);
    return { foreign: theirs && tenant !== stranger ? 1 : 0, missing: mine ? 0 : 1 };
  },
  async (tenant) =>
    judge(tenant, await dbOf(tenant).$transaction((tx) => tx.member.findMany(), { timeout: 60_000, maxWait: 60_000 })),
  async (tenant) =>
    judge(
      tenant,
      await dbOf(tenant).$queryRaw<
        { tenantId: string }[]
      >`SELECT tenant_id::text AS "tenantId" FROM "public"."members"`,
    ),
  async (tenant) => {
    await dbOf(tenant).$queryRaw`SELECT 1 / 0`.catch(() => {});
    return { foreign: 0, missing: 0 };
  },
  async (tenant) => {
    const failed = dbOf(tenant).$transaction(
      async (tx) => {
        await tx.member.updateMany({ data: { name: 'never kept' } });
        throw new Error('given up');
      },
      { timeout: 60_000, maxWait: 60_000 },
    );
    await failed.catch(() => {});
    return { foreign: 0, missing: 0 };
  },
];

function judge(tenant: SeededTenant, rows: { tenantId: string }[]): Seen {
  const foreign = rows.filter((row) => row.tenantId !== tenant.scope.tenantId).length;
  return { foreign, missing: Math.max(0, membersEach - (rows.length - foreign)) };
}

describe('tenants of all three placements, mixed on two connections', () => {
  it('give 0 foreign and 0 missing rows over 1,200 concurrent operations', async () => {
    const total: Seen = { foreign: 0, missing: 0 };
    for (let round = 0; round < 4; round++) {
      const results = await Promise.all(
        Array.from({ length: 300 }, (_, i) => {
          const tenant = tenants[(i * 7 + round) % tenants.length] as SeededTenant;
          const stranger = tenants[(i * 11 + round + 1) % tenants.length] as SeededTenant;
          const operation = operations[i % operations.length];
          return operation?.(tenant, stranger) ?? Promise.resolve({ foreign: 0, missing: 0 });
        }),
      );
      for (const seen of results) {
        total.foreign += seen.foreign;
        total.missing += seen.missing;
      }
    }
    expect(total).toEqual({ foreign: 0, missing: 0 });
  }, 120_000);

  it('stay apart while connections are killed under them', async () => {
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    const total: Seen = { foreign: 0, missing: 0 };
    let answered = 0;
    for (let round = 0; round < 8; round++) {
      const work = tenants.map(async (tenant) => {
        const rows = await dbOf(tenant).member.findMany();
        answered++;
        const seen = judge(tenant, rows);
        total.foreign += seen.foreign;
        total.missing += seen.missing;
      });
      const settled = Promise.allSettled(work);
      await cutConnections(
        admin,
        tenants.map(({ scope }) => scope),
      );
      await settled;
    }
    await admin.end();
    expect(total).toEqual({ foreign: 0, missing: 0 });
    expect(answered).toBeGreaterThan(0);
  });
});
