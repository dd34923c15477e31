import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { closeTenantClients, tenantDb, type TenantDb } from './tenant-client';

let database: TestDatabase;
let own: SeededTenant;
let other: SeededTenant;
let db: TenantDb;
let foreign: TenantDb;

beforeAll(async () => {
  database = await createTestDatabase();
  [own, other] = (await seedTenants(database.adminUrl, 2, 3)) as [SeededTenant, SeededTenant];
  db = tenantDb(own.scope);
  foreign = tenantDb(other.scope);
});

afterAll(async () => {
  await closeTenantClients();
  await database.drop();
});

describe('transactions of a tenant', () => {
  it('are refused as arrays, keep their tenant inside and across each other', async () => {
    expect(() => db.$transaction([] as never)).toThrow('array transaction');
    const seen = await db.$transaction(async (tx) => {
      // Another tenant's client used in the middle has a connection and a tenant of its own.
      const theirs = await foreign.member.findMany({ select: { tenantId: true }, take: 1 });
      return [await tx.member.count(), theirs[0]?.tenantId, '$transaction' in tx];
    });
    expect(seen).toEqual([3, other.scope.tenantId, false]);
  });

  it('that time out or are given up change nothing, and the next one is sound', async () => {
    const slow = db.$transaction(
      async (tx) => {
        await tx.page.create({ data: { slug: 'slow', title: '', body: '', updatedByName: 'x' } });
        await tx.$queryRaw`SELECT pg_sleep(0.3)::text`;
        await tx.page.count();
      },
      { timeout: 100 },
    );
    await expect(slow).rejects.toMatchObject({ code: 'P2028' });
    await expect(db.$transaction((tx) => tx.$queryRaw`SELECT 1 / 0`)).rejects.toThrow();
    expect(await db.$transaction((tx) => tx.page.count())).toBe(0);
  });

  it('run again after a serialization failure, as often as asked', async () => {
    await db.page.create({ data: { slug: 'counter', title: '0', body: '', updatedByName: 'x' } });
    const key = { tenantId_slug: { tenantId: own.scope.tenantId, slug: 'counter' } };
    let runs = 0;
    const increment = (retries: number) => () =>
      db.$transaction(
        async (tx) => {
          runs++;
          const { title } = await tx.page.findUniqueOrThrow({ where: key });
          await tx.page.update({ where: key, data: { title: String(Number(title) + 1) } });
        },
        { isolationLevel: 'Serializable', retries, maxWait: 10_000 },
      );
    await Promise.all(Array.from({ length: 6 }, increment(50)));
    expect((await db.page.findUniqueOrThrow({ where: key })).title).toBe('6');
    expect(runs).toBeGreaterThanOrEqual(6);
  });

  it('go on after a statement that failed inside a savepoint, still in their tenant', async () => {
    const seen = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SAVEPOINT before`;
      await tx.$queryRaw`SELECT 1 / 0`.catch(() => undefined);
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT before`;
      return tx.member.count();
    });
    expect(seen).toBe(3);
  });
});
