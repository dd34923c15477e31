import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { tenantIn } from '@/lib/testing/placed-tenant';
import { findPlaceFaults } from './compare';
import { placeDatabase, placeSchema } from './names';

let database: TestDatabase;
let main: pg.Client;
let own: pg.Client;
let place: string;
let other: string;

beforeAll(async () => {
  database = await createTestDatabase();
  place = placeSchema((await tenantIn('schema', database.adminUrl)).tenantId);
  other = placeSchema((await tenantIn('schema', database.adminUrl)).tenantId);
  const { tenantId } = await tenantIn('database', database.adminUrl);
  const url = new URL(database.adminUrl);
  url.pathname = `/${placeDatabase(tenantId)}`;
  main = new pg.Client(database.adminUrl);
  own = new pg.Client(url.toString());
  await Promise.all([main.connect(), own.connect()]);
});
afterAll(async () => {
  await Promise.all([main.end(), own.end()]);
  await database.drop();
});

/** What is found after `sql`, which is undone again. */
async function faultsAfter(sql: string, client = main): Promise<string[]> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    return await findPlaceFaults(client, main);
  } finally {
    await client.query('ROLLBACK');
  }
}

describe('the comparison of places with public', () => {
  it('finds nothing in places as they are made', async () => {
    expect(await findPlaceFaults(main)).toEqual([]);
    expect(await findPlaceFaults(own, main)).toEqual([]);
  });

  it('names what was done to one place, and does not blame the others', async () => {
    const planted: [string, string][] = [
      [`ALTER TABLE ${place}.members DROP COLUMN name CASCADE`, 'members lacks the column name'],
      [`ALTER TABLE ${place}.members ADD extra text`, 'members has the column extra, which public has not: text'],
      [`ALTER TABLE ${place}.members ALTER name SET DEFAULT 'x'`, 'members: the column name is text'],
      [`ALTER TABLE ${place}.pages DROP CONSTRAINT one_tenant`, 'pages lacks the constraint one_tenant'],
      [`ALTER TABLE ${place}.pages DISABLE ROW LEVEL SECURITY`, 'off, forced instead of on, forced'],
      [`ALTER TABLE ${place}.pages NO FORCE ROW LEVEL SECURITY`, 'on instead of on, forced'],
      [`DROP POLICY tenant_rows ON ${place}.pages`, 'pages lacks the policy tenant_rows'],
      [`CREATE POLICY all_rows ON ${place}.pages USING (true)`, 'pages has the policy all_rows, which public has not'],
      [`ALTER POLICY tenant_rows ON ${place}.pages USING (true)`, 'the policy tenant_rows is'],
      [`GRANT SELECT ON ${place}.pages TO portico_console`, 'pages grants portico_console SELECT'],
      [`GRANT SELECT (id) ON ${place}.pages TO portico_worker`, 'pages grants portico_worker SELECT of id'],
      [`REVOKE DELETE ON ${place}.pages FROM portico_app`, 'pages lacks the grant portico_app DELETE'],
      [`GRANT SELECT ON ${place}._prisma_migrations TO portico_app`, '_prisma_migrations grants portico_app SELECT'],
      [`GRANT CREATE ON SCHEMA ${place} TO portico_app`, `${place} grants portico_app CREATE`],
      [`ALTER TABLE ${place}.pages OWNER TO portico_app`, 'pages: the owner is portico_app instead of portico_owner'],
      [`DROP TABLE ${place}.pages CASCADE`, 'pages is missing'],
      [`DROP TABLE ${place}.pages CASCADE; CREATE VIEW ${place}.pages AS SELECT 1`, 'pages is no plain table'],
      [`CREATE TABLE ${place}.notes (id int)`, 'notes is not one of a place'],
      [`CREATE FUNCTION ${place}.f() RETURNS int LANGUAGE sql AS 'SELECT 1'`, `has the function`],
    ];
    for (const [sql, sentence] of planted) {
      const faults = await faultsAfter(sql);
      expect(faults.join('\n'), sql).toContain(sentence);
      expect(
        faults.filter((fault) => !fault.startsWith(place)),
        sql,
      ).toEqual([]);
    }
    expect(await faultsAfter(`DROP SCHEMA ${place} CASCADE`)).toEqual([`the schema ${place} is missing`]);
  });

  it('tells a check for another tenant, and a key into another schema, from the own ones', async () => {
    const foreign = other.slice(2).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
    const check = await faultsAfter(`ALTER TABLE ${place}.pages DROP CONSTRAINT one_tenant;
      ALTER TABLE ${place}.pages ADD CONSTRAINT one_tenant CHECK (tenant_id = '${foreign}')`);
    expect(check.join('\n')).toContain(`the constraint one_tenant is`);
    const { rows } = await main.query<{ name: string; definition: string }>(
      `SELECT conname AS name, pg_get_constraintdef(oid, true) AS definition FROM pg_constraint
       WHERE conrelid = 'public.member_sessions'::regclass AND contype = 'f'`,
    );
    for (const { name, definition } of rows) {
      const elsewhere = definition.replace(/REFERENCES (public\.)?/, 'REFERENCES public.');
      const faults = await faultsAfter(
        `ALTER TABLE ${place}.member_sessions DROP CONSTRAINT ${name}, ADD CONSTRAINT ${name} ${elsewhere}`,
      );
      expect(faults.join('\n')).toContain('in another schema');
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  it("compares a tenant's own database with the main one", async () => {
    const { rows } = await own.query<{ place: string }>(
      `SELECT nspname AS place FROM pg_namespace WHERE nspname LIKE 't\\_%'`,
    );
    const schema = rows[0]?.place ?? '';
    expect(await faultsAfter(`ALTER TABLE ${schema}.members ADD extra text`, own)).toEqual([
      `${schema}.members has the column extra, which public has not: text`,
    ]);
    expect(await faultsAfter(`DROP SCHEMA ${schema} CASCADE`, own)).toEqual([`the schema ${schema} is missing`]);
    await main.query('BEGIN');
    await main.query('ALTER TABLE public.members ADD later text');
    expect(await findPlaceFaults(own, main)).toEqual([`${schema}.members lacks the column later`]);
    await main.query('ROLLBACK');
  });
});
