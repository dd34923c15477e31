import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { readMigrationFiles } from '@/lib/platform/migration-files';
import { migrate } from '@/lib/platform/migrations';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { tenantIn } from '@/lib/testing/placed-tenant';
import type { TenantScope } from '../context';
import { findPlaceFaults } from './compare';
import { migrateFleet, type FleetOptions } from './fleet';
import { placeDatabase, placeSchema } from './names';
import { createPlace } from './place';

const masterKey = process.env.MASTER_KEY ?? '';
let database: TestDatabase;
let main: pg.Client;
let own: pg.Client;
let folder: string;
/** Six schemas, the oldest first, and then one database. */
let schemas: TenantScope[];
let apart: TenantScope;
let newest = '';
/** Migrations of tenants' tables that this release has itself. */
let shipped = 0;
let number = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-fleet-'));
  fs.cpSync('prisma/migrations', folder, { recursive: true });
  const ofTenants = readMigrationFiles(folder).filter(({ tenantSql }) => tenantSql !== undefined);
  newest = ofTenants.at(-1)?.name ?? '';
  shipped = ofTenants.length;
  schemas = [];
  for (let i = 0; i < 6; i++) schemas.push(await tenantIn('schema', database.adminUrl));
  apart = await tenantIn('database', database.adminUrl);
  const url = new URL(database.adminUrl);
  url.pathname = `/${placeDatabase(apart.tenantId)}`;
  main = new pg.Client(database.adminUrl);
  own = new pg.Client(url.toString());
  await Promise.all([main.connect(), own.connect()]);
});
afterAll(async () => {
  await Promise.all([main.end(), own.end()]);
  await database.drop();
  fs.rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  expect((await run()).failed).toEqual([]);
  expect(await versions()).toEqual(new Set([newest]));
});

/** A new migration, which public has and the places lack. */
async function addMigration(tenantSql: string, column = `added_${number + 1}`): Promise<string> {
  number += 1;
  newest = `999901010000${10 + number}_${column}`;
  fs.mkdirSync(path.join(folder, newest));
  fs.writeFileSync(path.join(folder, newest, 'migration.sql'), '-- Tables of tenants only.');
  fs.writeFileSync(path.join(folder, newest, 'tenant.sql'), tenantSql.replaceAll('NEW', column));
  await migrate({ databaseUrl: database.adminUrl, masterKey, migrationsFolder: folder });
  return column;
}

const addColumn = `ALTER TABLE members ADD COLUMN NEW text NOT NULL DEFAULT '';
  ALTER TABLE members ADD CONSTRAINT NEW_short CHECK (length(NEW) < 10); CREATE INDEX NEW_idx ON members (tenant_id, NEW);`;

const run = (options: FleetOptions = {}) => migrateFleet({ migrationsFolder: folder, ...options });

async function versions(): Promise<Set<string>> {
  const { rows } = await main.query<{ version: string }>('SELECT version FROM placements');
  return new Set(rows.map(({ version }) => version));
}

async function listed({ tenantId }: TenantScope): Promise<{ version: string; failure: string | null }> {
  const { rows } = await main.query<{ version: string; failure: string | null; attempted_at: Date | null }>(
    'SELECT version, failure, attempted_at FROM placements WHERE target_tenant_id = $1',
    [tenantId],
  );
  const [row] = rows;
  if (!row) throw new Error('not listed');
  return { version: row.version, failure: row.failure };
}

async function inBook(scope: TenantScope | undefined, client = main): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM ${schemaOf(scope)}._prisma_migrations ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

const schemaOf = (scope: TenantScope | undefined): string => placeSchema(scope?.tenantId ?? '');

it('brings schemas and databases along, migration by migration, and leaves them as public is', async () => {
  await addMigration(addColumn);
  await addMigration(addColumn);
  await addMigration('DROP INDEX added_1_idx; ALTER TABLE pages ADD COLUMN NEW int;');
  const lines: string[] = [];
  expect(await run({ log: (line) => lines.push(line) })).toMatchObject({ upToDate: 0, migrated: 7, failed: [] });
  expect(lines).toHaveLength(7);
  expect(await versions()).toEqual(new Set([newest]));
  for (const scope of schemas) expect(await inBook(scope)).toHaveLength(shipped + 3);
  expect(await inBook(apart, own)).toHaveLength(shipped + 3);
  expect([...(await findPlaceFaults(main)), ...(await findPlaceFaults(own, main))]).toEqual([]);
});

it('does nothing where nothing is to be done', async () => {
  const before = await main.query('SELECT * FROM placements ORDER BY 1');
  expect(await run()).toMatchObject({ upToDate: 7, migrated: 0, failed: [], untouched: 0 });
  expect((await main.query('SELECT * FROM placements ORDER BY 1')).rows).toEqual(before.rows);
});

it('stops when the first place fails, and touches no other', async () => {
  const [canary, ...others] = schemas;
  const column = await addMigration(addColumn, 'taken');
  await main.query(`ALTER TABLE ${schemaOf(canary)}.members ADD COLUMN ${column} int`);
  const result = await run();
  expect(result).toMatchObject({ migrated: 0, stoppedAtCanary: true, untouched: 6 });
  expect(result.failed).toMatchObject([{ tenantId: canary?.tenantId, migration: newest }]);
  expect(result.failed[0]?.reason).toBe(
    `The migration ${newest} failed and was undone: column "taken" of relation "members" already exists.`,
  );
  for (const scope of others) expect(await inBook(scope)).not.toContain(newest);
  await main.query(`ALTER TABLE ${schemaOf(canary)}.members DROP COLUMN ${column}`);
});

it('stops a migration at the tenant where it fails, undone, and migrates the others', async () => {
  const unlucky = schemas[3] as TenantScope;
  const former = await listed(unlucky);
  const column = await addMigration(`CREATE INDEX NEW_first ON members (tenant_id); ${addColumn}`, 'late');
  await main.query(`ALTER TABLE ${schemaOf(unlucky)}.members ADD COLUMN ${column} int`);
  const result = await run();
  expect(result).toMatchObject({ migrated: 6, stoppedAtCanary: false, failed: [{ tenantId: unlucky.tenantId }] });
  expect(await listed(unlucky)).toEqual({ version: former.version, failure: result.failed[0]?.reason });
  const { rows } = await main.query(`SELECT to_regclass('${schemaOf(unlucky)}.late_first') AS undone`);
  expect(rows).toEqual([{ undone: null }]);
  // It is the oldest that is behind now, and stands in nobody's way: others have the migration.
  await main.query(`UPDATE placements SET version = '' WHERE target_tenant_id = $1`, [schemas[4]?.tenantId]);
  expect(await run()).toMatchObject({ upToDate: 6, stoppedAtCanary: false, failed: [{ tenantId: unlucky.tenantId }] });
  await main.query(`ALTER TABLE ${schemaOf(unlucky)}.members DROP COLUMN ${column}`);
  expect(await run({ onlyTenant: unlucky.tenantId })).toMatchObject({ migrated: 1, failed: [] });
  expect(await listed(unlucky)).toEqual({ version: newest, failure: null });
});

it('goes on where a killed run ended, and applies nothing twice', async () => {
  await addMigration(`SELECT pg_sleep(0.1); ${addColumn}`, 'slow');
  const killed = run({ parallel: 1 });
  // The run may end before it is awaited.
  killed.catch(() => undefined);
  await vi.waitFor(
    async () => {
      const { rowCount } = await main.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg\\_sleep%'
           AND (SELECT count(*) FROM placements WHERE version = $1) >= 2`,
        [newest],
      );
      expect(rowCount).toBe(1);
    },
    { timeout: 10_000, interval: 20 },
  );
  await expect(killed).rejects.toThrow();
  expect(await versions()).toContain(newest);
  expect((await versions()).size).toBe(2);
  expect((await run()).failed).toEqual([]);
  for (const scope of schemas) expect((await inBook(scope)).filter((name) => name === newest)).toHaveLength(1);
});

it("puts a list right that lags behind a tenant's own database", async () => {
  const before = await inBook(apart, own);
  await main.query(`UPDATE placements SET version = '' WHERE target_tenant_id = $1`, [apart.tenantId]);
  expect(await run()).toMatchObject({ upToDate: 7, migrated: 0, failed: [] });
  expect(await listed(apart)).toEqual({ version: newest, failure: null });
  expect(await inBook(apart, own)).toEqual(before);
});

it('applies each migration once where two runs work at the same time', async () => {
  await addMigration(addColumn);
  const runs = await Promise.all([run(), run()]);
  expect(runs.reduce((sum, { migrated }) => sum + migrated, 0)).toBe(7);
  expect(runs.flatMap(({ failed }) => failed)).toEqual([]);
});

it('misses no place that is made while a run goes on', async () => {
  await addMigration(`SELECT pg_sleep(0.05); ${addColumn}`);
  const going = run({ parallel: 2 });
  const late = await tenantIn('schema', database.adminUrl, folder);
  await going;
  schemas.push(late);
  expect(await listed(late)).toEqual({ version: newest, failure: null });
  expect(await findPlaceFaults(main)).toEqual([]);
});

it('brings a place along that an earlier attempt had left behind', async () => {
  const late = schemas.at(-1) as TenantScope;
  await main.query('DELETE FROM placements WHERE target_tenant_id = $1', [late.tenantId]);
  await addMigration(addColumn);
  await run();
  await createPlace(late, folder);
  expect(await listed(late)).toEqual({ version: newest, failure: null });
  expect(await findPlaceFaults(main)).toEqual([]);
});

it('refuses a place whose book tells of another history, or that is gone', async () => {
  const [first, second] = schemas as [TenantScope, TenantScope];
  await addMigration(addColumn);
  await run();
  const reasonOf = async (scope: TenantScope) => {
    await main.query(`UPDATE placements SET version = '' WHERE target_tenant_id = $1`, [scope.tenantId]);
    const { failed } = await run();
    return failed.map(({ tenantId, reason }) => (tenantId === scope.tenantId ? reason : 'another tenant'));
  };
  const books = `${schemaOf(first)}._prisma_migrations`;
  await main.query(`UPDATE ${books} SET checksum = 'x' WHERE migration_name = $1`, [newest]);
  expect(await reasonOf(first)).toEqual([expect.stringContaining('applied to it with another content')]);
  await main.query(
    `UPDATE ${books} SET checksum = (SELECT checksum FROM ${schemaOf(second)}._prisma_migrations b WHERE b.migration_name = $1)
    WHERE migration_name = $1`,
    [newest],
  );
  await main.query(`UPDATE ${books} SET migration_name = 'unheard_of' WHERE migration_name = $1`, [newest]);
  expect(await reasonOf(first)).toEqual([expect.stringContaining('unheard_of, which this version of Portico')]);
  await main.query(`UPDATE ${books} SET migration_name = $1 WHERE migration_name = 'unheard_of'`, [newest]);
  await main.query(`ALTER TABLE ${books} RENAME TO lost`);
  expect(await reasonOf(first)).toEqual(['Its tables are missing.']);
  await main.query(`ALTER TABLE ${schemaOf(first)}.lost RENAME TO _prisma_migrations`);
  const moved = `${placeDatabase(apart.tenantId)}_moved`;
  await own.end();
  await main.query(`ALTER DATABASE ${placeDatabase(apart.tenantId)} RENAME TO ${moved}`);
  expect(await reasonOf(apart)).toEqual(['Its database is missing.']);
  await main.query(`ALTER DATABASE ${moved} RENAME TO ${placeDatabase(apart.tenantId)}`);
  await main.query(`ALTER DATABASE ${placeDatabase(apart.tenantId)} ALLOW_CONNECTIONS false`);
  expect(await reasonOf(apart)).toEqual([expect.stringContaining('could not be reached: database')]);
  await main.query(`ALTER DATABASE ${placeDatabase(apart.tenantId)} ALLOW_CONNECTIONS true`);
});

it('gives up on tables that are in use, rather than hold their tenant up', async () => {
  await addMigration(addColumn);
  const busy = schemas[2] as TenantScope;
  await main.query('BEGIN');
  await main.query(`LOCK TABLE ${schemaOf(busy)}.members IN ROW EXCLUSIVE MODE`);
  const { failed, migrated } = await run();
  await main.query('ROLLBACK');
  expect(migrated).toBe(7);
  expect(failed).toMatchObject([{ tenantId: busy.tenantId, reason: expect.stringContaining('in use for longer') }]);
});

it('says nothing of a place that was given up during the run', async () => {
  const late = schemas.pop() as TenantScope;
  await addMigration(`SELECT pg_sleep(0.1); ${addColumn}`);
  const going = run({ parallel: 1 });
  await vi.waitFor(async () => expect((await versions()).has(newest)).toBe(true), { timeout: 10_000, interval: 10 });
  await main.query(`DROP SCHEMA ${schemaOf(late)} CASCADE`);
  await main.query('DELETE FROM placements WHERE target_tenant_id = $1', [late.tenantId]);
  expect(await going).toMatchObject({ migrated: 7, failed: [] });
});

it('makes no place on a database that a newer version has migrated', async () => {
  await expect(tenantIn('schema', database.adminUrl)).rejects.toThrow('used by a newer version');
});
