import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { placements } from '@/lib/testing/placed-tenant';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { closeTenantClients, tenantDb, type TenantDb, type TenantTx } from './tenant-client';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await closeTenantClients();
  await database.drop();
});

describe.each(placements)('transactions of a tenant in placement %s', (placement) => {
  let own: SeededTenant;
  let other: SeededTenant;
  let db: TenantDb;
  let foreign: TenantDb;
  const page = (slug: string) => ({ slug, title: slug, body: '', updatedByName: 'x' });

  beforeAll(async () => {
    [own, other] = (await seedTenants(database.adminUrl, 2, 3, placement)) as [SeededTenant, SeededTenant];
    db = tenantDb(own.scope);
    foreign = tenantDb(other.scope);
  });

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

  it('that lost a statement are not told to have been kept, though the failure was caught', async () => {
    const write = (tx: TenantTx, slug: string) => tx.page.create({ data: page(slug) });
    const caught = db.$transaction(async (tx) => {
      await write(tx, 'half');
      await expect(write(tx, 'half')).rejects.toMatchObject({ code: 'P2002' });
    });
    await expect(caught).rejects.toThrow('aborted');
    expect(await db.page.count({ where: { slug: 'half' } })).toBe(0);
    // What comes after the failure is refused by the transaction, not run on its own.
    const goneOn = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 / 0`.catch(() => undefined);
      await expect(write(tx, 'after')).rejects.toThrow('aborted');
    });
    await expect(goneOn).rejects.toThrow('aborted');
    expect(await db.page.count({ where: { slug: 'after' } })).toBe(0);
  });

  it.each<[string, (tx: TenantTx) => Promise<number>]>([
    ['upper', (tx) => tx.$executeRaw`SAVEPOINT s`],
    ['lower', (tx) => tx.$executeRaw` savepoint s`],
  ])('keep what came before a savepoint in %s case and lose what came after it', async (name, savepoint) => {
    await db.$transaction(async (tx) => {
      await tx.page.create({ data: page(`before-${name}`) });
      await savepoint(tx);
      await tx.page.create({ data: page(`after-${name}`) });
      await tx.tenantSettings.create({ data: { timeZone: 'UTC', locale: 'en', currency: 'USD' } });
      await tx.$executeRaw`rollback to savepoint s`;
      await tx.$executeRaw`RELEASE SAVEPOINT s`;
    });
    const slugs = (await db.page.findMany({ where: { slug: { endsWith: `-${name}` } } })).map(({ slug }) => slug);
    expect(slugs).toEqual([`before-${name}`]);
    expect(await db.tenantSettings.count()).toBe(0);
  });

  it('take a whole statement for what it is, not for its first word', async () => {
    const smuggled = db.$transaction((tx) => tx.$executeRaw`SAVEPOINT s; SET LOCAL app.tenant_id = 'x'`);
    await expect(smuggled).rejects.toThrow('multiple commands');
  });
});
