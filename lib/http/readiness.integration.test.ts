import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resetEnv } from '@/lib/platform/env';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { readiness } from './readiness';

let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  process.env.DATABASE_URL = database.adminUrl;
  resetEnv();
  await closeConsoleClient();
  await database.drop();
});

it('is ready with the schema of this code', async () => {
  // The first connection of a process may take longer than a probe waits.
  await expect.poll(readiness).toEqual({ ready: true, checks: { database: 'ok', migrations: 'ok' } });
});

it('is not ready with a migration missing, changed or unknown', async () => {
  const { rows } = await admin.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY 1 DESC LIMIT 1',
  );
  const { name, checksum } = rows[0] ?? { name: '', checksum: '' };
  await admin.query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [name]);
  expect(await readiness()).toMatchObject({ ready: false, checks: { migrations: 'pending' } });
  await admin.query('UPDATE _prisma_migrations SET finished_at = now(), checksum = $2 WHERE migration_name = $1', [
    name,
    'x',
  ]);
  expect(await readiness()).toMatchObject({ ready: false, checks: { migrations: 'newer' } });
  await admin.query('UPDATE _prisma_migrations SET checksum = $2 WHERE migration_name = $1', [name, checksum]);
  expect(await readiness()).toMatchObject({ ready: true });
});

it('says within about a second that the database does not answer', async () => {
  await closeConsoleClient();
  process.env.DATABASE_URL = 'postgresql://nobody@127.0.0.1:1/none';
  resetEnv();
  const startedMs = performance.now();
  expect(await readiness()).toEqual({ ready: false, checks: { database: 'unreachable', migrations: 'unreachable' } });
  expect(performance.now() - startedMs).toBeLessThan(8_000);
  await closeConsoleClient();
});
