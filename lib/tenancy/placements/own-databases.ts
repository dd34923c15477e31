import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { EnteringPool } from '../entering-pool';

/** A small pool for each tenant database in use; the one that waited longest for its tenant is closed first. */
const POOLS_MAX = 100;
const CONNECTIONS_EACH = 4;
const IDLE_MS = 30_000;

export class OwnDatabases {
  readonly #pools = new LRUCache<string, EnteringPool>({
    max: POOLS_MAX,
    dispose: (pool) => {
      const closing: Promise<void> = pool.end().finally(() => this.#closing.delete(closing));
      this.#closing.add(closing);
    },
  });
  readonly #closing = new Set<Promise<void>>();

  constructor(private readonly main: pg.PoolConfig) {}

  poolOf(database: string): EnteringPool {
    let pool = this.#pools.get(database);
    if (!pool) {
      const url = new URL(this.main.connectionString ?? '');
      url.pathname = `/${database}`;
      const max = Math.min(CONNECTIONS_EACH, this.main.max ?? CONNECTIONS_EACH);
      const config = { ...this.main, connectionString: url.toString(), max, idleTimeoutMillis: IDLE_MS };
      this.#pools.set(database, (pool = new EnteringPool(config)));
    }
    return pool;
  }

  async end(): Promise<void> {
    this.#pools.clear();
    await Promise.all(this.#closing);
  }
}
