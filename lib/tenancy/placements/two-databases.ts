import type pg from 'pg';
import type { TenantEntry } from '../context';
import { releaseIdle, runWithin, transactionControl, type PooledClient } from '../entering-pool';
import { routeStatement } from './route';

type Side = 'platform' | 'place';
const sides: readonly Side[] = ['place', 'platform'];

/**
 * A transaction of a tenant with a database of its own, as the adapter sees a connection. Each statement runs in the database that has
 * its table; a side is opened by its first statement and gets every BEGIN and SAVEPOINT so far. Two databases have no common commit:
 * the place commits first, so that no mail is sent and no cache is told of what the tenant's database then refused. A crash between
 * the two loses the platform's half of a change that nobody was told had happened (docs/decisions/0009).
 */
export class TwoDatabaseTransaction {
  readonly #open = new Map<Side, PooledClient>();
  readonly #opening = new Map<Side, Promise<PooledClient>>();
  readonly #controls: string[] = [];
  readonly #listeners: ((error: Error) => void)[] = [];
  readonly #entry: TenantEntry;
  readonly #connect: (side: Side) => Promise<PooledClient>;

  constructor(entry: TenantEntry, connect: (side: Side) => Promise<PooledClient>) {
    this.#entry = entry;
    this.#connect = connect;
  }

  async query(statement: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    const text = typeof statement === 'string' ? statement : statement.text;
    if (transactionControl.test(text)) return this.#control(text);
    const { config, side } = routeStatement(statement, this.#entry);
    const client = await this.#side(side);
    return runWithin((query) => client.query(query as never), config, values, this.#entry);
  }

  on(_event: 'error', listener: (error: Error) => void): void {
    this.#listeners.push(listener);
  }

  removeListener(): void {
    this.#listeners.length = 0;
  }

  release(error?: Error | boolean): void {
    for (const client of this.#open.values()) {
      client.removeAllListeners('error');
      releaseIdle(client, error);
    }
    this.#open.clear();
  }

  async #control(text: string): Promise<pg.QueryResult> {
    this.#controls.push(text);
    if (text === 'COMMIT' && [...this.#open.values()].some((client) => client.getTransactionStatus() === 'E'))
      return this.#everywhere('ROLLBACK');
    return this.#everywhere(text);
  }

  async #everywhere(text: string): Promise<pg.QueryResult> {
    for (const side of sides) await this.#open.get(side)?.query(text);
    return { rows: [], rowCount: 0, fields: [], command: text, oid: 0 };
  }

  #side(side: Side): Promise<PooledClient> {
    let opening = this.#opening.get(side);
    if (!opening) this.#opening.set(side, (opening = this.#begin(side)));
    return opening;
  }

  async #begin(side: Side): Promise<PooledClient> {
    const client = await this.#connect(side);
    client.on('error', (error) => this.#listeners.forEach((listener) => listener(error)));
    this.#open.set(side, client);
    for (const text of this.#controls) await client.query(text);
    return client;
  }
}
