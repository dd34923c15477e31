import 'server-only';
import pg from 'pg';
import { roleUrl } from '@/lib/platform/database-roles';
import { env } from '@/lib/platform/env';

/** Says whether the lock is still held: a lost connection loses it, and another process may have begun. */
export type LockIsHeld = () => boolean;

/**
 * Does `work` while no other process works on the same run; null when one does. A session lock on a direct connection: it ends with
 * the process, however that ends, so nothing has to be cleaned up after a kill.
 */
export async function withRunLock<T>(runId: string, work: (isHeld: LockIsHeld) => Promise<T>): Promise<T | null> {
  const client = await locks().connect();
  let lost = false;
  const lose = (): void => void (lost = true);
  client.on('error', lose);
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [lockName(runId)],
    );
    if (!rows[0]?.taken) return null;
    try {
      return await work(() => !lost);
    } finally {
      if (!lost)
        await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lockName(runId)]).catch(lose);
    }
  } finally {
    client.off('error', lose);
    client.release(lost);
  }
}

/** For tests and shutdown. */
export async function closeRunLocks(): Promise<void> {
  const open = pool;
  pool = undefined;
  await open?.end();
}

let pool: pg.Pool | undefined;

/** Waiting here is fine: whoever holds a connection needs no second one of this pool. */
function locks(): pg.Pool {
  if (!pool) {
    const { databaseDirectUrl, masterKey } = env();
    pool = new pg.Pool({
      connectionString: roleUrl(databaseDirectUrl, 'portico_console', masterKey),
      max: 6,
      idleTimeoutMillis: 10_000,
      application_name: 'portico_provisioning',
    });
    pool.on('error', () => {});
  }
  return pool;
}

function lockName(runId: string): string {
  return `portico provisioning ${runId}`;
}
