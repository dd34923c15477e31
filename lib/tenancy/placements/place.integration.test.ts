import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { tenantIn } from '@/lib/testing/placed-tenant';
import { closeConsoleClient } from '../console-client';
import type { Placement, TenantScope } from '../context';
import { closeTenantClients, tenantDb } from '../tenant-client';
import { placeDatabase, placeSchema } from './names';
import { createPlace, discardPlace } from './place';

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

  it('takes a place back only while its tenant has never been in use', async () => {
    await expect(discardPlace(scopes.schema)).rejects.toThrow('in use');
    await createPlace(scopes.schema);
    expect(await tenantDb(scopes.schema).member.count()).toBeGreaterThan(0);
  });
});
