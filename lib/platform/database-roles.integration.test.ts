import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/lib/testing/database';
import { createTestDatabase } from '@/lib/testing/database';
import { ensureRoles, LOGIN_ROLES, roleUrl } from './database-roles';

const masterKey = process.env.MASTER_KEY ?? '';
let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

async function asRole(role: (typeof LOGIN_ROLES)[number], sql: string): Promise<unknown> {
  const client = new pg.Client(roleUrl(database.adminUrl, role, masterKey));
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test.each(LOGIN_ROLES)('%s signs in with its derived password and can create nothing', async (role) => {
  expect(await asRole(role, 'select current_user::text as name')).toEqual([{ name: role }]);
  await expect(asRole(role, 'create table public.mine (id int)')).rejects.toThrow('permission denied');
  await expect(asRole(role, 'create schema mine')).rejects.toThrow('permission denied');
  await expect(asRole(role, 'create temporary table mine (id int)')).rejects.toThrow('permission denied');
  await expect(asRole(role, 'set role portico_owner')).rejects.toThrow('permission denied');
});

test('no role bypasses row-level security, creates roles or is a superuser', async () => {
  const { rows } = await admin.query(
    `select rolname from pg_roles where rolname like 'portico\\_%' and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb)`,
  );
  expect(rows).toEqual([]);
});

test('a run with nothing to change writes nothing', async () => {
  const before = await admin.query(
    `select xmin::text, rolname from pg_authid where rolname like 'portico\\_%' order by 2`,
  );
  await ensureRoles(admin, masterKey);
  const after = await admin.query(
    `select xmin::text, rolname from pg_authid where rolname like 'portico\\_%' order by 2`,
  );
  expect(after.rows).toEqual(before.rows);
});

test('a login that may not create roles is told what it lacks', async () => {
  await admin.query(`create role lowly login password 'lowly'`);
  const url = new URL(database.adminUrl);
  url.username = 'lowly';
  url.password = 'lowly';
  await admin.query(`grant connect on database ${url.pathname.slice(1)} to lowly`);
  const client = new pg.Client(url.toString());
  await client.connect();
  await expect(ensureRoles(client, 'another master key')).rejects.toThrow('it needs CREATEROLE');
  await client.end();
  await admin.query('drop owned by lowly; drop role lowly');
});
