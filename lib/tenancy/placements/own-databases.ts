import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { EnteringPool } from '../entering-pool';

const CONNECTIONS_EACH = 4;
const IDLE_MS = 30_000;

/** A small pool for each tenant database in use; the one that waited longest for its tenant is closed first. */
export class OwnDatabases {
  readonly #main: pg.PoolConfig;
  readonly #pools: LRUCache<string, EnteringPool>;
  readonly #closing = new Set<Promise<void>>();

  constructor(main: pg.PoolConfig, poolsMax = 100) {
    this.#main = main;
    this.#pools = new LRUCache({ max: poolsMax, dispose: (pool) => this.#close(pool) });
  }

  poolOf(database: string): EnteringPool {
    let pool = this.#pools.get(database);
    if (!pool) {
      const url = new URL(String(this.#main.connectionString));
      url.pathname = `/${database}`;
      const max = Math.min(CONNECTIONS_EACH, this.#main.max ?? CONNECTIONS_EACH);
      const config = { ...this.#main, connectionString: url.toString(), max, idleTimeoutMillis: IDLE_MS };
      this.#pools.set(database, (pool = new EnteringPool(config)));
    }
    return pool;
  }

  async end(): Promise<void> {
    this.#pools.clear();
    await Promise.all(this.#closing);
  }

  #close(pool: EnteringPool): void {
    const closing = endInPeace(pool).finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }
}

/** A pool that ends forgets who waits for one of its connections: they would get an error in place of their answer. */
async function endInPeace(pool: EnteringPool): Promise<void> {
  while (pool.waitingCount > 0) await sleep(20);
  await pool.end();
}
