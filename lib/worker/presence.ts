import pg from 'pg';
import { presenceSpace } from '@/lib/core/jobs/worker-presence';
import { logger } from '@/lib/platform/logger';

const RETRY_MS = 500;

/** Holds the presence lock of one pool of workers (lib/core/jobs/worker-presence) until closed; a lost connection is made again. */
export class Presence {
  private client: pg.Client | undefined;
  private poolId: string | undefined;
  private connecting: Promise<void> | undefined;
  private closed = false;

  constructor(private readonly connectionString: string) {}

  /** Before any job is taken, so that announcing costs one round trip only. Never two at once: the second would wait for the first's lock. */
  connect(): Promise<void> {
    if (this.client) return Promise.resolve();
    this.connecting ??= this.open().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: 'portico_worker_presence',
      keepAlive: true,
    });
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    await client.connect();
    this.client = client;
    if (this.poolId) await this.lock(client, this.poolId);
  }

  announce(poolId: string): void {
    this.poolId = poolId;
    if (this.client) this.lock(this.client, poolId).catch(() => {});
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.client?.end().catch(() => {});
  }

  private async lock(client: pg.Client, poolId: string): Promise<void> {
    await client.query('SELECT pg_advisory_unlock_all(), pg_advisory_lock(hashtext($1), hashtext($2))', [
      presenceSpace,
      poolId,
    ]);
  }

  private reconnect(failed: pg.Client): void {
    if (this.closed || (this.client && this.client !== failed)) return;
    this.client = undefined;
    failed.end().catch(() => {});
    setTimeout(() => {
      if (this.closed) return;
      this.connect().catch((error: unknown) =>
        logger.warn({ err: error }, 'worker presence: not connected, trying again'),
      );
    }, RETRY_MS).unref();
  }
}
