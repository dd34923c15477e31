import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { roleUrl } from '@/lib/platform/database-roles';
import { env } from '@/lib/platform/env';

/** Says whether the lock is still held: a lost connection loses it, and another process may have begun. */
export type LockIsHeld = () => boolean;

/** Somebody else works on this run, and did not stop within the time that one waits. */
export class RunBusy extends Error {
  override readonly name = 'RunBusy';
}

/**
 * Does `work` while no other process works on the same run. A session lock on a direct connection: it ends with the process, however
 * that ends, so nothing has to be cleaned up after a kill. The server may take a moment to notice the death, hence the waiting.
 * @throws RunBusy
 */
export async function withRunLock<T>(runId: string, work: (isHeld: LockIsHeld) => Promise<T>): Promise<T> {
  const client = await locks().connect();
  let lost = false;
  const lose = (): void => void (lost = true);
  client.on('error', lose);
  try {
    await take(client, lockName(runId));
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

const PATIENCE_MS = 3_000;
const RETRY_MS = 50;

async function take(client: pg.PoolClient, name: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken',
      [name],
    );
    if (rows[0]?.taken) return;
    if (Date.now() > giveUpAt) throw new RunBusy('another process works on this run');
    await pause(RETRY_MS);
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
