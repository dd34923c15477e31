import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { findCatalogFaults } from './faults';
import { findSettingNotes } from './setting-faults';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.adminUrl);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What somebody may forget or undo, and the sentence that says so. Each is planted in a transaction that is rolled back. */
const mutants: readonly (readonly [title: string, sql: string, fault: RegExp])[] = [
  [
    'a new table that nobody named',
    'CREATE TABLE notes (tenant_id uuid NOT NULL, id uuid, PRIMARY KEY (tenant_id, id))',
    /notes is not named/,
  ],
  [
    'a tenant table that lost its tenant_id',
    'ALTER TABLE pages DROP COLUMN tenant_id CASCADE',
    /pages is a tenant's table without/,
  ],
  [
    'a tenant_id that may be null',
    'ALTER TABLE usage_hourly DROP CONSTRAINT usage_hourly_pkey; ALTER TABLE usage_hourly ALTER tenant_id DROP NOT NULL',
    /usage_hourly is a tenant's table without/,
  ],
  [
    'row-level security switched off',
    'ALTER TABLE members DISABLE ROW LEVEL SECURITY',
    /members has no row-level security/,
  ],
  [
    'row-level security not forced on the owner',
    'ALTER TABLE members NO FORCE ROW LEVEL SECURITY',
    /members does not force/,
  ],
  ['a dropped policy', 'DROP POLICY tenant_rows ON invitations', /invitations has other policies/],
  [
    'a policy that lets everything through',
    'CREATE POLICY helpful ON invitations FOR SELECT TO portico_app USING (true)',
    /invitations has other policies/,
  ],
  [
    'a policy without WITH CHECK',
    `DROP POLICY tenant_rows ON members; CREATE POLICY tenant_rows ON members FOR ALL TO portico_app USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid) WITH CHECK (true)`,
    /members has other policies/,
  ],
  [
    'a unique key across tenants',
    'CREATE UNIQUE INDEX members_email ON members (email)',
    /members: unique index members_email is not led/,
  ],
  [
    'a foreign key that reaches another tenant',
    'ALTER TABLE pages ADD author uuid; CREATE UNIQUE INDEX members_id ON members (id); ALTER TABLE pages ADD CONSTRAINT author FOREIGN KEY (author) REFERENCES members (id)',
    /pages: foreign key author to members is not led/,
  ],
  [
    'a key that follows updates',
    'ALTER TABLE pages ADD author uuid; ALTER TABLE pages ADD CONSTRAINT author FOREIGN KEY (tenant_id, author) REFERENCES members (tenant_id, id) ON UPDATE CASCADE',
    /changes keys on update/,
  ],
  [
    'a key that nulls the tenant',
    'ALTER TABLE pages ADD author uuid; ALTER TABLE pages ADD CONSTRAINT author FOREIGN KEY (tenant_id, author) REFERENCES members (tenant_id, id) ON DELETE SET NULL',
    /sets columns on delete/,
  ],
  [
    'an audit log that can be changed',
    'GRANT UPDATE ON audit_events TO portico_app',
    /portico_app holds 'ISU' on audit_events/,
  ],
  ['TRUNCATE for the app', 'GRANT TRUNCATE ON members TO portico_app', /members grants TRUNCATE/],
  ['a table open to PUBLIC', 'GRANT SELECT ON plans TO PUBLIC', /plans PUBLIC holds S/],
  [
    'a grant on a partition',
    'GRANT SELECT ON audit_events_default TO portico_app',
    /partition audit_events_default grants SELECT/,
  ],
  [
    'super-admins readable by the app',
    'GRANT SELECT ON super_admins TO portico_app',
    /portico_app holds 'S' on super_admins/,
  ],
  [
    'a view with its owner’s rights',
    'CREATE VIEW everyone AS SELECT * FROM members',
    /view everyone runs with its owner's rights/,
  ],
  ['a materialised view', 'CREATE MATERIALIZED VIEW everyone AS SELECT 1 AS one', /everyone is a materialised view/],
  [
    'a function that nobody named',
    `CREATE FUNCTION app.peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM public.members'`,
    /function app.peek is not named/,
  ],
  [
    'a definer function without search_path',
    'ALTER FUNCTION app.resolve_host(text) RESET search_path',
    /resolve_host lends rights without a pinned search_path/,
  ],
  [
    'a function open to PUBLIC',
    'GRANT EXECUTE ON FUNCTION app.sweep_attempts() TO PUBLIC',
    /sweep_attempts may be called by PUBLIC/,
  ],
  ['a role that bypasses policies', 'ALTER ROLE portico_app BYPASSRLS', /role portico_app has rights/],
  [
    'a role that may become the owner',
    'GRANT portico_owner TO portico_app',
    /role portico_app is a member of portico_owner/,
  ],
  [
    'a table that the app owns',
    'GRANT CREATE ON SCHEMA public TO portico_app; ALTER TABLE pages OWNER TO portico_app',
    /pages is owned by portico_app/,
  ],
  [
    'a table beside the key of the proofs',
    'CREATE TABLE app.notes (id int)',
    /app\.notes is not expected in schema app/,
  ],
  [
    'the key of the proofs readable by the app',
    'GRANT SELECT ON app.proof_key TO portico_app',
    /app\.proof_key grants SELECT to portico_app/,
  ],
  [
    'one column of the key readable by everybody',
    'GRANT SELECT (inner_pad) ON app.proof_key TO PUBLIC',
    /app\.proof_key grants SELECT \(column\) to PUBLIC/,
  ],
  [
    'set_config given back to everybody',
    'GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC',
    /set_config may be called by portico_app/,
  ],
  [
    'a schema the app may create in',
    'GRANT CREATE ON SCHEMA app TO portico_app',
    /portico_app may create objects in schema app/,
  ],
  ['a table that is gone', 'DROP TABLE brand_assets CASCADE', /brand_assets is named in tables.ts and missing/],
  [
    'a system table that took on a tenant',
    'ALTER TABLE job_watermarks ADD COLUMN tenant_id uuid NOT NULL DEFAULT gen_random_uuid()',
    /job_watermarks has a tenant_id and is called system/,
  ],
  [
    'a view that uses its own rights on purpose',
    'CREATE VIEW all_members WITH (security_invoker = false) AS SELECT * FROM members',
    /view all_members runs with its owner's rights/,
  ],
  [
    'a log that lost its partitions',
    `DROP TABLE usage_events; CREATE TABLE usage_events (tenant_id uuid NOT NULL, at timestamptz, id uuid, PRIMARY KEY (tenant_id, at, id))`,
    /usage_events is not partitioned/,
  ],
  [
    'a table that became partitioned',
    `ALTER TABLE tenant_days RENAME TO old_days; CREATE TABLE tenant_days (tenant_id uuid NOT NULL, day date, PRIMARY KEY (tenant_id, day)) PARTITION BY RANGE (day)`,
    /tenant_days is partitioned/,
  ],
  [
    'a table without any policy',
    'DROP POLICY tenant_rows ON pages; DROP POLICY console_rows ON pages',
    /pages has other policies.*null/,
  ],
  ['a function that is gone', 'DROP FUNCTION app.sweep_attempts()', /function app.sweep_attempts is missing/],
  [
    'a function that nobody named, outside our schema',
    `CREATE FUNCTION public.peek() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
    /function public.peek is not named/,
  ],
  [
    'a function that changed hands',
    'ALTER FUNCTION app.resolve_host(text) OWNER TO CURRENT_USER',
    /function app.resolve_host is owned by/,
  ],
];

describe('the database as promised by tables.ts', () => {
  it('lets a view pass that uses the rights of whoever asks', async () => {
    await client.query('BEGIN');
    try {
      await client.query('CREATE VIEW own_members WITH (security_invoker = true) AS SELECT * FROM members');
      expect((await findCatalogFaults(client)).filter((fault) => fault.startsWith('view'))).toEqual([]);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it('has no gap', async () => {
    expect(await findCatalogFaults(client)).toEqual([]);
  });

  it('where the server does not let us close set_config, that is a note and no gap', async () => {
    await client.query('BEGIN');
    try {
      await client.query('GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC');
      expect(await findSettingNotes(client)).toEqual([]);
      await client.query('SET LOCAL SESSION AUTHORIZATION portico_worker');
      expect(await findCatalogFaults(client)).toEqual([]);
      expect(await findSettingNotes(client)).toEqual([expect.stringContaining('set_config may be called') as string]);
    } finally {
      await client.query('ROLLBACK');
    }
  });

  it.each(mutants)('notices %s', async (_title, sql, fault) => {
    await client.query('BEGIN');
    try {
      await client.query(sql);
      expect((await findCatalogFaults(client)).join('\n')).toMatch(fault);
    } finally {
      await client.query('ROLLBACK');
    }
  });
});
