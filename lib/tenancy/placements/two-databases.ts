import type pg from 'pg';
import type { TenantEntry } from '../context';
import { isDoubtful, releaseIdle, runWithin, type PooledClient } from '../entering-pool';
import {
  abortedError,
  committing,
  isCommit,
  isControl,
  isRollback,
  isRollbackToSavepoint,
} from '../transaction-control';
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
  readonly #clients = new Map<Side, PooledClient>();
  readonly #controls: string[] = [];
  readonly #entry: TenantEntry;
  readonly #connect: (side: Side) => Promise<PooledClient>;
  #listeners: ((error: Error) => void)[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  /** As in one database, a failed statement ends the transaction, on both sides, until the return to a savepoint. */
  #aborted = false;
  /** Why no savepoint helps any more: a connection that was lost or is in doubt. */
  #over: Error | undefined;

  constructor(entry: TenantEntry, connect: (side: Side) => Promise<PooledClient>) {
    this.#entry = entry;
    this.#connect = connect;
  }

  /** One after the other, as on one connection: no savepoint may overtake the statement that opens a side. */
  query(statement: string | pg.QueryConfig, values?: unknown[]): Promise<pg.QueryResult> {
    const text = typeof statement === 'string' ? statement : statement.text;
    return this.#inTurn(() => (isControl(text) ? this.#control(text) : this.#run(statement, values)));
  }

  on(_event: 'error', listener: (error: Error) => void): void {
    this.#listeners.push(listener);
  }

  removeListener(_event: 'error', listener: (error: Error) => void): void {
    this.#listeners = this.#listeners.filter((each) => each !== listener);
  }

  release(error?: Error | boolean): void {
    void this.#inTurn(() => {
      this.#over ??= abortedError();
      for (const client of this.#clients.values()) {
        client.removeListener('error', this.#lost);
        releaseIdle(client, error);
      }
      this.#clients.clear();
    });
  }

  /** A connection that is lost between statements takes the other side's half with it, unless that is being committed already. */
  readonly #lost = (error: Error): void => {
    this.#over ??= error;
    this.#listeners.forEach((listener) => listener(error));
  };

  #inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #run(statement: string | pg.QueryConfig, values: unknown[] | undefined): Promise<pg.QueryResult> {
    if (this.#over) throw this.#over;
    if (this.#aborted) throw abortedError();
    const { config, side } = routeStatement(statement, this.#entry);
    const client = this.#clients.get(side) ?? (await this.#open(side));
    try {
      return await runWithin((query) => client.query(query as never), config, values, this.#entry);
    } catch (error) {
      this.#aborted = true;
      if (isDoubtful(error as Error)) this.#over ??= error as Error;
      throw error;
    }
  }

  async #control(text: string): Promise<pg.QueryResult> {
    if (this.#over) throw this.#over;
    if (this.#aborted && !isRollback(text)) {
      if (isCommit(text)) await this.#everywhere('ROLLBACK');
      throw abortedError();
    }
    const result = await this.#orOver(this.#everywhere(text));
    this.#controls.push(text);
    if (isRollbackToSavepoint(text)) this.#aborted = false;
    return result;
  }

  async #everywhere(text: string): Promise<pg.QueryResult> {
    for (const side of sides) {
      const client = this.#clients.get(side);
      if (client) await committing(text, client.query(text));
    }
    return { rows: [], rowCount: 0, fields: [], command: text, oid: 0 };
  }

  #open(side: Side): Promise<PooledClient> {
    const opening = async (): Promise<PooledClient> => {
      const client = await this.#connect(side);
      client.on('error', this.#lost);
      this.#clients.set(side, client);
      for (const text of this.#controls) await client.query(text);
      return client;
    };
    return this.#orOver(opening());
  }

  async #orOver<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.#over ??= error as Error;
      throw error;
    }
  }
}
