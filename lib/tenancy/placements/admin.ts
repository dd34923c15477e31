import pg from 'pg';
import { env } from '@/lib/platform/env';
import { placeDatabase } from './names';

/** Runs `work` with the login of DATABASE_URL, on the main database or on a tenant's own. */
export async function withAdmin<T>(work: (client: pg.Client) => Promise<T>, ownDatabaseOf?: string): Promise<T> {
  const url = new URL(env().databaseDirectUrl);
  if (ownDatabaseOf) url.pathname = `/${placeDatabase(ownDatabaseOf)}`;
  const client = new pg.Client({ connectionString: url.toString(), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function inTransaction<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
