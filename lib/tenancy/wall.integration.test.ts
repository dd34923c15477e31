import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { placements, placeUrl } from '@/lib/testing/placed-tenant';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { closeTenantClients, tenantDb } from './tenant-client';
import { rowKey } from './row-key';
import { EnteringPool } from './entering-pool';
import { TenantPool } from './tenant-pool';
import { entryOf, runInTenant } from './context';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await closeTenantClients();
  await database.drop();
});

describe.each(placements)('in placement %s', (placement) => {
  let own: SeededTenant;
  let other: SeededTenant;

  beforeAll(async () => {
    [own, other] = (await seedTenants(database.adminUrl, 2, 3, placement)) as [SeededTenant, SeededTenant];
  });

  const foreignId = (): string => other.memberIds[0] ?? '';
  const ownId = (): string => own.memberIds[0] ?? '';

  describe('a tenant client', () => {
    it('finds nothing of another tenant by any read', async () => {
      const db = tenantDb(own.scope);
      expect(await db.member.findUnique({ where: rowKey(other.scope, foreignId()) })).toBeNull();
      expect(await db.member.findFirst({ where: { id: foreignId() } })).toBeNull();
      expect(
        await db.member.findMany({ where: { OR: [{ tenantId: other.scope.tenantId }, { id: foreignId() }] } }),
      ).toEqual([]);
      expect(await db.member.count({ where: { NOT: { tenantId: own.scope.tenantId } } })).toBe(0);
      expect(await db.member.groupBy({ by: ['tenantId'], _count: true })).toMatchObject([
        { tenantId: own.scope.tenantId, _count: 3 },
      ]);
      expect(await db.$queryRaw`SELECT DISTINCT tenant_id::text AS t FROM "public"."members"`).toEqual([
        { t: own.scope.tenantId },
      ]);
    });

    it('changes nothing of another tenant', async () => {
      const db = tenantDb(own.scope);
      expect(await db.member.updateMany({ where: { id: foreignId() }, data: { name: 'taken' } })).toEqual({ count: 0 });
      expect(await db.member.deleteMany({ where: { id: foreignId() } })).toEqual({ count: 0 });
      await expect(
        db.member.update({ where: rowKey(other.scope, foreignId()), data: { name: 'taken' } }),
      ).rejects.toMatchObject({ code: 'P2025' });
      await expect(db.member.delete({ where: rowKey(other.scope, foreignId()) })).rejects.toMatchObject({
        code: 'P2025',
      });
      expect(await db.$executeRaw`UPDATE "public"."members" SET name = 'taken' WHERE id = ${foreignId()}::uuid`).toBe(
        0,
      );
      expect(
        (await tenantDb(other.scope).member.findUnique({ where: rowKey(other.scope, foreignId()) }))?.name,
      ).not.toBe('taken');
    });

    it('can’t tie a row to another tenant’s, by column, connect or nested write', async () => {
      const db = tenantDb(own.scope);
      const expiresAt = new Date(Date.now() + 1000);
      await expect(db.memberSession.create({ data: { memberId: foreignId(), expiresAt } })).rejects.toThrow();
      await expect(
        db.memberSession.create({ data: { expiresAt, member: { connect: rowKey(other.scope, foreignId()) } } }),
      ).rejects.toThrow();
      await expect(
        db.member.update({
          where: rowKey(own.scope, ownId()),
          data: { sessions: { connect: { tenantId_id: { tenantId: other.scope.tenantId, id: foreignId() } } } },
        }),
      ).rejects.toThrow();
      expect(await tenantDb(other.scope).memberSession.count()).toBe(0);
    });

    it('gives a nested row to the tenant of its parent', async () => {
      const db = tenantDb(own.scope);
      await db.member.update({
        where: rowKey(own.scope, ownId()),
        data: { sessions: { create: { expiresAt: new Date() } } },
      });
      expect(await db.memberSession.findMany({ select: { tenantId: true, memberId: true } })).toEqual([
        { tenantId: own.scope.tenantId, memberId: ownId() },
      ]);
    });

    it('puts a row that claims another tenant into its own', async () => {
      const created = await tenantDb(own.scope).page.create({
        data: { tenantId: other.scope.tenantId, slug: 'claim', title: 't', body: '', updatedByName: 'x' },
      });
      expect(created.tenantId).toBe(own.scope.tenantId);
      expect(await tenantDb(other.scope).page.count()).toBe(0);
    });

    it('refuses an array transaction and a transaction keeps its tenant', async () => {
      const db = tenantDb(own.scope);
      expect(() => db.$transaction([] as never)).toThrow('array transaction');
      const seen = await db.$transaction(
        async (tx) => [
          await tx.member.count(),
          await tx.member.findUnique({ where: rowKey(other.scope, foreignId()) }),
        ],
        { isolationLevel: 'Serializable' },
      );
      expect(seen).toEqual([3, null]);
    });

    it('offers no unsafe raw SQL', () => {
      expect('$queryRawUnsafe' in tenantDb(own.scope)).toBe(false);
      expect('$executeRawUnsafe' in tenantDb(own.scope)).toBe(false);
      expect('$extends' in tenantDb(own.scope)).toBe(false);
    });

    it('refuses a tenant id that is not a UUID, and a query without any tenant', async () => {
      await expect(async () => tenantDb({ tenantId: `' OR 1=1`, placement: 'shared' }).member.count()).rejects.toThrow(
        'UUID',
      );
      const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
      await expect(async () => pool.query('SELECT 1')).rejects.toThrow('outside a tenant scope');
      await expect(async () => pool.connect()).rejects.toThrow('outside a tenant scope');
      await pool.end();
    });

    it('leaves no tenant behind on a connection, after success and error', async () => {
      const pool = new EnteringPool({ connectionString: placeUrl(own.scope, database.appUrl), max: 1 });
      const setting = async (): Promise<unknown> => {
        const raw = await pool.connect();
        const { rows } = await raw.query<{ tenant: string | null }>(
          `SELECT nullif(current_setting('app.tenant_id', true), '') AS tenant`,
        );
        raw.release();
        return rows[0]?.tenant;
      };
      for (const text of ['SELECT 1', 'SELECT 1 / 0', 'SELECT nothing FROM nowhere']) {
        await pool.run({ text }, [], entryOf(own.scope)).catch(() => undefined);
        expect(await setting()).toBeNull();
      }
      await pool.end();
    });

    it('leaves no tenant behind on a connection, after commit and rollback', async () => {
      const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
      // Past our own connect, which would want a tenant.
      const connect = pg.Pool.prototype.connect as () => Promise<pg.PoolClient>;
      for (const end of ['COMMIT', 'ROLLBACK']) {
        await runInTenant(entryOf(own.scope), async () => {
          const client = await pool.connect();
          for (const text of ['BEGIN', 'SELECT 1', 'SELECT 1 FROM "public"."members"', end])
            await client.query({ text });
          client.release();
        });
        const raw = await connect.call(pool);
        const { rows } = await raw.query(`SELECT nullif(current_setting('app.tenant_id', true), '') AS tenant`);
        raw.release();
        expect(rows).toEqual([{ tenant: null }]);
      }
      await pool.end();
    });

    it('throws away a connection that is released inside a transaction', async () => {
      const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
      await runInTenant(entryOf(own.scope), async () => {
        const client = await pool.connect();
        await client.query('BEGIN');
        await client.query({ text: 'SELECT 1' });
        client.release();
      });
      await expect.poll(() => pool.totalCount, { timeout: 15_000 }).toBe(0);
      await pool.end();
    });

    it('keeps a statement usable after it failed to parse on the same connection', async () => {
      const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
      const broken = { name: 'same_name', text: 'SELECT nothing FROM nowhere', values: [] };
      const run = (): Promise<unknown> => runInTenant(entryOf(own.scope), () => pool.query(broken));
      await expect(run()).rejects.toMatchObject({ code: '42P01' });
      await expect(run()).rejects.toMatchObject({ code: '42P01' });
      await pool.end();
    });
  });
});
