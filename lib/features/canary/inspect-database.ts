import 'server-only';
import pg from 'pg';
import { env } from '@/lib/platform/env';
import { findCatalogFaults } from '@/lib/tenancy/catalog/faults';
import { findSettingNotes } from '@/lib/tenancy/catalog/setting-faults';
import { borrowRoles } from './borrow-role';
import { probeWall } from './probe';
import type { CanaryDetails } from './schema';

/**
 * The wall of this database, tried and compared, in one transaction that is rolled back whatever happens: nothing of it is ever
 * stored or seen. Takes a second or two.
 */
export async function inspectDatabase(): Promise<CanaryDetails> {
  const client = new pg.Client({
    connectionString: env().databaseDirectUrl,
    connectionTimeoutMillis: 5_000,
    application_name: 'portico_canary',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('BEGIN');
    // It waits for nobody's locks, and keeps nobody waiting for its own.
    await client.query(`SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '10s'`);
    return await inspect(client);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end();
  }
}

/** Wants an open transaction, which the caller rolls back. */
export async function inspect(client: pg.ClientBase): Promise<CanaryDetails> {
  const faults = await findCatalogFaults(client);
  const notes = await findSettingNotes(client);
  await borrowRoles(client);
  const { matrix, leaks, untried } = await probeWall(client, { setConfigIsOpen: notes.length > 0 });
  return { matrix, leaks, drift: [...faults, ...untried], notes };
}
