import pg from 'pg';
import { currentScope } from './context';
import { primeConnection, TenantQuery } from './tenant-query';

type PooledClient = pg.PoolClient & { getTransactionStatus(): string | null };

/**
 * The pool behind Prisma's adapter. The adapter knows two ways to a connection, and both set the tenant of the current scope:
 * `query` (one statement) and `connect` (a transaction, which the adapter opens with a plain BEGIN).
 */
export class TenantPool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super({ ...config, onConnect: primeConnection });
  }

  // The adapter calls with one config object and expects a promise; pg declares a dozen overloads of which this is one.
  override query(config: unknown, values?: unknown): Promise<never> {
    const { tenantId } = currentScope();
    return new Promise<pg.QueryResult>((resolve, reject) => {
      super.connect((connectError, client, release) => {
        if (connectError || !client) return reject(connectError ?? new Error('no connection'));
        client.query(
          new TenantQuery(config as pg.QueryConfig, values as unknown[] | undefined, tenantId, (error, result) => {
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
    const { tenantId } = currentScope();
    return super.connect().then((client) => scopeTransactions(client as PooledClient, tenantId));
  }
}

/**
 * Opens every transaction with its tenant. SET LOCAL, not a SELECT: it may precede SET TRANSACTION ISOLATION LEVEL. The id is a
 * checked UUID (runInScope), so the literal needs no quoting rules.
 */
function scopeTransactions(client: PooledClient, tenantId: string): pg.PoolClient {
  const { query, release } = client;
  client.query = function scoped(this: unknown, config: unknown, ...rest: unknown[]) {
    const text = typeof config === 'string' ? config : (config as pg.QueryConfig).text;
    if (text !== 'BEGIN') return (query as (...args: unknown[]) => unknown).call(client, config, ...rest);
    return (query as (sql: string) => Promise<unknown>)
      .call(client, `BEGIN; SET LOCAL app.tenant_id = '${tenantId}'`)
      .then((results) => (Array.isArray(results) ? (results[0] as unknown) : results));
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

/** No SQLSTATE (socket, protocol) or class 08/57P: the connection's state is unknown. */
function isDoubtful(error: Error): boolean {
  const { code } = error as Error & { code?: string };
  return code === undefined || !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P|25)/.test(code);
}
