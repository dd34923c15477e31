/** A migrated, empty database for one test file, on the run's server (database-server.ts). */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { ensureRoles, roleUrl } from '@/lib/platform/database-roles';
import { resetEnv } from '@/lib/platform/env';
import { placeDatabase } from '@/lib/tenancy/placements/names';

export interface TestDatabase {
  /** The login that may do everything; for arranging and inspecting, never for the code under test. */
  adminUrl: string;
  appUrl: string;
  consoleUrl: string;
  workerUrl: string;
  /** Folder for files and mails of the code under test. */
  dataDir: string;
  drop: () => Promise<void>;
}

/** Clones the template and points this process at the clone: `env()` reads its address from now on. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `portico_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(templateUrl, (client) => client.query(`create database ${name} template ${databaseOf(templateUrl)}`));
  const adminUrl = withDatabase(templateUrl, name);
  const masterKey = process.env.MASTER_KEY ?? '';
  // Rights on a database are not cloned with it.
  await onDatabase(adminUrl, (client) => ensureRoles(client, masterKey));
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-test-data-'));
  pointProcessAt(adminUrl, dataDir);
  return {
    adminUrl,
    appUrl: roleUrl(adminUrl, 'portico_app', masterKey),
    consoleUrl: roleUrl(adminUrl, 'portico_console', masterKey),
    workerUrl: roleUrl(adminUrl, 'portico_worker', masterKey),
    dataDir,
    drop: async () => {
      const placed = await onDatabase(adminUrl, (client) =>
        client.query<{ id: string }>(`select target_tenant_id as id from placements where kind = 'database'`),
      );
      for (const database of [...placed.rows.map(({ id }) => placeDatabase(id)), name])
        await onServer(templateUrl, (client) => client.query(`drop database if exists ${database} with (force)`));
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function pointProcessAt(databaseUrl: string, dataDir: string): void {
  process.env.DATABASE_URL = databaseUrl;
  process.env.PORTICO_DATA_DIR = dataDir;
  delete process.env.DATABASE_DIRECT_URL;
  resetEnv();
}

/** `create` and `drop database` can't run inside the database they name; the clone's source must have no guests. */
function onServer<T>(templateUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return onDatabase(withDatabase(templateUrl, 'postgres'), work);
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}
