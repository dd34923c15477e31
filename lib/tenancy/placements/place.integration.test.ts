import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { uuidv7 } from '@/lib/platform/ids';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { tenantIn } from '@/lib/testing/placed-tenant';
import { closeConsoleClient } from '../console-client';
import type { Placement, TenantScope } from '../context';
import { closeTenantClients, tenantDb } from '../tenant-client';
import { withAdmin } from './admin';
import { placeDatabase, placeSchema } from './names';
import { prepareDatabase, renewDatabases } from './own-database';
import { createPlace, discardPlace, mayCreateDatabases } from './place';

let database: TestDatabase;
const scopes = {} as Record<Placement, TenantScope>;
const member = (name: string) => ({ email: `${name}@x.test`, name, role: 'user' });

beforeAll(async () => {
  database = await createTestDatabase();
  for (const placement of ['shared', 'schema', 'database'] as const)
    scopes[placement] = await tenantIn(placement, database.adminUrl);
});
afterAll(async () => {
  await closeTenantClients();
  await closeConsoleClient();
  await database.drop();
});

async function countIn(url: string, table: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
    return rows[0]?.n ?? -1;
  } finally {
    await client.end();
  }
}

describe('one client serves three placements', () => {
  it("keeps each tenant's rows where its placement says, and nowhere else", async () => {
    for (const scope of Object.values(scopes)) await tenantDb(scope).member.create({ data: member('ada') });
    const own = new URL(database.adminUrl);
    own.pathname = `/${placeDatabase(scopes.database.tenantId)}`;
    expect(await countIn(database.adminUrl, 'public.members')).toBe(1);
    expect(await countIn(database.adminUrl, `${placeSchema(scopes.schema.tenantId)}.members`)).toBe(1);
    expect(await countIn(own.toString(), `${placeSchema(scopes.database.tenantId)}.members`)).toBe(1);
  });

  it('keeps a transaction whole that writes on both sides, and undoes both', async () => {
    for (const scope of Object.values(scopes)) {
      const db = tenantDb(scope);
      const values = { timeZone: 'UTC', locale: 'en', currency: 'USD' };
      const write = (fail: boolean) =>
        db.$transaction(async (tx) => {
          await tx.member.create({ data: member('grace') });
          await tx.tenantSettings.upsert({ where: { tenantId: scope.tenantId }, create: values, update: values });
          if (fail) throw new Error('changed my mind');
        });
      await expect(write(true)).rejects.toThrow('changed my mind');
      expect(await db.member.count({ where: { name: 'grace' } })).toBe(0);
      expect(await db.tenantSettings.count()).toBe(0);
      await write(false);
      expect(await db.member.count({ where: { name: 'grace' } })).toBe(1);
      expect(await db.tenantSettings.count()).toBe(1);
    }
  });

  it('keeps a place that is there from an attempt before, with all that is in it', async () => {
    for (const scope of Object.values(scopes)) {
      const before = await tenantDb(scope).member.count();
      await createPlace(scope);
      expect(await tenantDb(scope).member.count()).toBe(before);
      expect(before).toBeGreaterThan(0);
    }
  });
});

describe('taking a place back', () => {
  const exists = async (scope: TenantScope): Promise<boolean[]> => [
    (await countIn(database.adminUrl, `pg_namespace WHERE nspname = '${placeSchema(scope.tenantId)}'`)) > 0,
    (await countIn(database.adminUrl, `pg_database WHERE datname = '${placeDatabase(scope.tenantId)}'`)) > 0,
  ];

  it('is refused once its tenant has been in use', async () => {
    for (const scope of [scopes.schema, scopes.database]) await expect(discardPlace(scope)).rejects.toThrow('in use');
    expect(await tenantDb(scopes.schema).member.count()).toBeGreaterThan(0);
    await discardPlace(scopes.shared);
    expect(await tenantDb(scopes.shared).member.count()).toBeGreaterThan(0);
  });

  it('leaves nothing of a tenant that never came into being, and nothing of others is touched', async () => {
    for (const placement of ['schema', 'database'] as const) {
      const scope = { tenantId: uuidv7(), placement };
      await createPlace(scope);
      expect(await exists(scope)).toEqual([placement === 'schema', placement === 'database']);
      await discardPlace(scope);
      expect(await exists(scope)).toEqual([false, false]);
      expect(await countIn(database.adminUrl, `placements WHERE target_tenant_id = '${scope.tenantId}'`)).toBe(0);
      expect((await exists(scopes[placement])).filter(Boolean)).toHaveLength(1);
    }
  });
});

describe('what is needed for a place', () => {
  it('is a tenant id that is one', async () => {
    const scope: TenantScope = { tenantId: 'x; DROP SCHEMA public', placement: 'schema' };
    await expect(createPlace(scope)).rejects.toThrow('UUID');
    await expect(discardPlace(scope)).rejects.toThrow('UUID');
  });

  it('is a login that may create databases, for a database', async () => {
    expect(await mayCreateDatabases()).toBe(true);
    process.env.DATABASE_DIRECT_URL = database.appUrl;
    resetEnv();
    expect(await mayCreateDatabases()).toBe(false);
    delete process.env.DATABASE_DIRECT_URL;
    resetEnv();
    const app = new pg.Client(database.appUrl);
    await app.connect();
    await expect(prepareDatabase(app, uuidv7())).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });

  it("gives a tenant's database the new proofs after the master key has changed", async () => {
    const db = tenantDb(scopes.database);
    await withAdmin((own) => own.query('UPDATE app.proof_key SET inner_pad = outer_pad'), scopes.database.tenantId);
    await expect(db.member.count()).rejects.toThrow();
    expect(await renewDatabases()).toEqual([]);
    expect(await db.member.count()).toBeGreaterThan(0);
  });

  it('tells which database could not be had, and does not make an empty one in its stead', async () => {
    const [name, away] = [placeDatabase(scopes.database.tenantId), 'portico_renamed'];
    await closeTenantClients();
    await withAdmin((admin) => admin.query(`ALTER DATABASE ${name} RENAME TO ${away}`));
    expect(await renewDatabases()).toEqual([expect.stringContaining(`the database ${name} could not be renewed: `)]);
    await withAdmin((admin) => admin.query(`ALTER DATABASE ${away} RENAME TO ${name}`));
  });
});
