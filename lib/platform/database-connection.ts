import pg from 'pg';
import { sqlState } from './sql-state';

/** No server answers at DATABASE_URL, or it lets nobody in. The message is one sentence for the operator. */
export class DatabaseUnreachableError extends Error {
  override name = 'DatabaseUnreachableError';
}

/** A single connection to the database, which is created when the server does not have it. */
export async function connectOrCreate(databaseUrl: string): Promise<pg.Client> {
  try {
    return await connect(databaseUrl);
  } catch (error) {
    if (!isMissingDatabase(error)) throw unreachable(databaseUrl, error);
  }
  await createDatabase(databaseUrl);
  return connect(databaseUrl);
}

export function isMissingDatabase(error: unknown): boolean {
  return sqlState(error) === '3D000';
}

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // A connection lost while idle reports here; the next query on it fails with the reason.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function createDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const client = await connect(url.toString());
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    // Another start created it at the same time.
    if (!['42P04', '23505'].includes(sqlState(error) ?? '')) throw error;
  } finally {
    await client.end();
  }
}

function unreachable(databaseUrl: string, error: unknown): DatabaseUnreachableError {
  const { hostname, port } = new URL(databaseUrl);
  const reason = error instanceof Error ? error.message || (sqlState(error) ?? error.name) : String(error);
  return new DatabaseUnreachableError(`The database at ${hostname}:${port || '5432'} can't be used: ${reason}.`, {
    cause: error,
  });
}
