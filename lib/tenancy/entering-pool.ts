import pg from 'pg';
import { env } from '@/lib/platform/env';
import type { TenantEntry } from './context';
import { primeConnection, TenantQuery } from './tenant-query';

export type PooledClient = pg.PoolClient & { getTransactionStatus(): string | null };

/** Connections to one database, on which no statement runs without its tenant. */
export class EnteringPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, ...(!env().pooled && { onConnect: primeConnection }) });
    // An idle connection that dies is replaced; without a listener it would end the process.
    this.on('error', () => {});
  }

  /** One statement by itself. */
  run(config: pg.QueryConfig, values: unknown[] | undefined, entry: TenantEntry): Promise<pg.QueryResult> {
    return new Promise((resolve, reject) => {
      super.connect((connectError, client, release) => {
        if (!client) return reject(connectError);
        client.query(
          new TenantQuery(config, values, entry, (error, result) => {
            release(error && isDoubtful(error) ? error : undefined);
            if (error) reject(error);
            else resolve(result);
          }),
        );
      });
    });
  }

  /** A connection for a transaction. */
  begin(): Promise<PooledClient> {
    return super.connect();
  }
}

/** A connection that is still inside a transaction would carry its tenant to the next caller: it is thrown away. */
export function releaseIdle(client: PooledClient, error?: Error | boolean): void {
  client.release(error ?? client.getTransactionStatus() !== 'I');
}

/** One statement of a transaction: the tenant goes along with each, so that not even a return to a savepoint can undo it. */
export function runWithin(
  query: (query: TenantQuery) => unknown,
  config: pg.QueryConfig,
  values: unknown[] | undefined,
  entry: TenantEntry,
): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    query(new TenantQuery(config, values, entry, (error, result) => (error ? reject(error) : resolve(result))));
  });
}

/**
 * No SQLSTATE (socket, protocol) or class 08, 25, 57P: the connection's state is unknown. 0A000 is what a prepared statement answers
 * for good after a migration changed its result.
 */
export function isDoubtful(error: Error): boolean {
  const { code } = error as Error & { code?: string };
  return code === undefined || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P|25|0A000)/.test(code);
}
