import pg from 'pg';
import { env } from '@/lib/platform/env';
import { currentEntry, type TenantEntry } from './context';
import { primeConnection, TenantQuery } from './tenant-query';

type PooledClient = pg.PoolClient & { getTransactionStatus(): string | null };

/**
 * The pool behind Prisma's adapter. The adapter knows two ways to a connection, and both send the current tenant along with every
 * statement: `query` (one statement) and `connect` (a transaction, which the adapter opens with a plain BEGIN).
 */
export class TenantPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, ...(!env().pooled && { onConnect: primeConnection }) });
  }

  // The adapter calls with one config object and expects a promise; pg declares a dozen overloads of which this is one.
  override query(config: unknown, values?: unknown): Promise<never> {
    const entry = currentEntry();
    return new Promise<pg.QueryResult>((resolve, reject) => {
      super.connect((connectError, client, release) => {
        if (!client) return reject(connectError);
        client.query(
          new TenantQuery(config as pg.QueryConfig, values as unknown[] | undefined, entry, (error, result) => {
            release(error && isDoubtful(error) ? error : undefined);
            if (error) reject(error);
            else resolve(result);
          }),
        );
      });
    }) as Promise<never>;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: never): void;
  override connect(): Promise<pg.PoolClient> {
    const entry = currentEntry();
    return super.connect().then((client) => scopeTransactions(client as PooledClient, entry));
  }
}

/** Statements about the transaction itself: they touch no row, and an isolation level may only be set before the first query. */
const transactionControl = /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET TRANSACTION)\b/;

/** Sends the tenant along with every statement of the transaction, so that not even a return to a savepoint can undo it. */
function scopeTransactions(client: PooledClient, entry: TenantEntry): pg.PoolClient {
  const { query, release } = client;
  client.query = function scoped(config: string | pg.QueryConfig, values?: unknown[]) {
    const text = typeof config === 'string' ? config : config.text;
    if (transactionControl.test(text)) return (query as (sql: string) => Promise<unknown>).call(client, text);
    return new Promise((resolve, reject) => {
      const scopedQuery = new TenantQuery(config as pg.QueryConfig, values, entry, (error, result) => {
        if (error) reject(error);
        else resolve(result);
      });
      (query as (query: TenantQuery) => unknown).call(client, scopedQuery);
    });
  } as typeof client.query;
  client.release = (error) => {
    client.query = query;
    client.release = release;
    // A connection that is still inside a transaction would carry its tenant to the next caller: throw it away.
    const idle = client.getTransactionStatus() === 'I';
    release.call(client, error ?? !idle);
  };
  return client;
}

/**
 * No SQLSTATE (socket, protocol) or class 08, 25, 57P: the connection's state is unknown. 0A000 is what a prepared statement answers
 * for good after a migration changed its result.
 */
function isDoubtful(error: Error): boolean {
  const { code } = error as Error & { code?: string };
  return code === undefined || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P|25|0A000)/.test(code);
}
