import type pg from 'pg';
import { currentEntry, type TenantEntry } from './context';
import { EnteringPool, releaseIdle, runWithin, type PooledClient } from './entering-pool';
import { OwnDatabases } from './placements/own-databases';
import { routeStatement } from './placements/route';
import { TwoDatabaseTransaction } from './placements/two-databases';
import { committing, isControl } from './transaction-control';

/**
 * The pool behind Prisma's adapter. The adapter knows two ways to a connection, and both send the current tenant along with every
 * statement: `query` (one statement) and `connect` (a transaction, which the adapter opens with a plain BEGIN). Both also send the
 * statement to where the tenant's rows are.
 */
export class TenantPool extends EnteringPool {
  readonly #own: OwnDatabases;

  constructor(config: pg.PoolConfig) {
    super(config);
    this.#own = new OwnDatabases(config);
  }

  // The adapter calls with one config object and expects a promise; pg declares a dozen overloads of which this is one.
  override query(statement: unknown, values?: unknown): Promise<never> {
    return this.#send(statement as pg.QueryConfig, values as unknown[] | undefined) as Promise<never>;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: never): void;
  override connect(): Promise<pg.PoolClient> {
    const entry = currentEntry();
    if (!entry.place?.database) return this.begin().then((client) => scopeTransaction(client, entry));
    const open = (side: 'platform' | 'place'): Promise<PooledClient> => this.#poolOf(side, entry).begin();
    return Promise.resolve(new TwoDatabaseTransaction(entry, open) as unknown as pg.PoolClient);
  }

  override async end(): Promise<void> {
    await Promise.all([this.#own.end(), super.end()]);
  }

  async #send(statement: pg.QueryConfig, values: unknown[] | undefined): Promise<pg.QueryResult> {
    const entry = currentEntry();
    const { config, side } = routeStatement(statement, entry);
    return this.#poolOf(side, entry).run(config, values, entry);
  }

  #poolOf(side: 'platform' | 'place', { place }: TenantEntry): EnteringPool {
    return side === 'place' && place?.database ? this.#own.poolOf(place.database) : this;
  }
}

function scopeTransaction(client: PooledClient, entry: TenantEntry): pg.PoolClient {
  const { query, release } = client;
  const send = query.bind(client) as (query: unknown) => Promise<pg.QueryResult>;
  client.query = function scoped(statement: string | pg.QueryConfig, values?: unknown[]) {
    const text = typeof statement === 'string' ? statement : statement.text;
    if (isControl(text)) return committing(text, send(text));
    return runWithin(send, routeStatement(statement, entry).config, values, entry);
  } as typeof client.query;
  client.release = (error) => {
    client.query = query;
    client.release = release;
    releaseIdle(client, error);
  };
  return client;
}
