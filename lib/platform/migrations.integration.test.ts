import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/lib/testing/database';
import { createTestDatabase } from '@/lib/testing/database';
import { migrate, migrationStatus } from './migrations';
import { readMigrationFiles } from './migration-files';

const masterKey = process.env.MASTER_KEY ?? '';
let database: TestDatabase;
let admin: pg.Client;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-migrations-'));
  fs.cpSync('prisma/migrations', folder, { recursive: true });
});

afterAll(async () => {
  await admin.end();
  await database.drop();
  fs.rmSync(folder, { recursive: true });
});

function addMigration(name: string, sql: string): void {
  fs.mkdirSync(path.join(folder, name));
  fs.writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

function run(databaseUrl = database.adminUrl) {
  return migrate({ databaseUrl, masterKey, migrationsFolder: folder });
}

test('a second run applies nothing', async () => {
  expect((await run()).applied).toEqual([]);
});

test('two runs at once apply each migration once', async () => {
  const databaseUrl = database.adminUrl.replace(/\/portico_test_/, '/portico_test_created_');
  const runs = await Promise.all([run(databaseUrl), run(databaseUrl)]);
  expect(runs.flatMap((result) => result.applied)).toEqual(readMigrationFiles().map((file) => file.name));
  await admin.query(`drop database ${new URL(databaseUrl).pathname.slice(1)} with (force)`);
});

test('a migration that fails leaves nothing behind and is tried again', async () => {
  addMigration('99990101000000_half', 'create table half (id int); select 1 / 0;');
  await expect(run()).rejects.toThrow('99990101000000_half failed and was undone: division by zero');
  expect((await admin.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }]);
  fs.writeFileSync(path.join(folder, '99990101000000_half/migration.sql'), 'create table half (id int);');
  expect((await run()).applied).toEqual(['99990101000000_half']);
});

test('what a migration creates belongs to the owner role, not to the login', async () => {
  const { rows } = await admin.query(
    `select distinct pg_get_userbyid(relowner) as owner from pg_class where relnamespace = 'public'::regnamespace`,
  );
  expect(rows).toEqual([{ owner: 'portico_owner' }]);
});

test('refuses a database of a newer version', async () => {
  const older = await migrationStatus(database.adminUrl);
  expect(older.unknown).toEqual(['99990101000000_half']);
  await expect(migrate({ databaseUrl: database.adminUrl, masterKey })).rejects.toThrow('used by a newer version');
});

test('refuses a migration whose content was changed after it ran', async () => {
  fs.appendFileSync(path.join(folder, '99990101000000_half/migration.sql'), ' -- changed');
  await expect(run()).rejects.toThrow('99990101000000_half was applied to the database with another content');
});
