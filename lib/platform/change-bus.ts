import pg from 'pg';
import { roleUrl } from './database-roles';
import { env } from './env';
import { logger } from './logger';

/** What can change under a cache's feet. Every cache also has a time limit, in case a message is lost. */
export interface Change {
  kind: 'host' | 'tenant' | 'member' | 'session' | 'branding' | 'settings' | 'flags' | 'plans' | 'site';
  tenantId?: string;
  /** The host name, for `host`. */
  key?: string;
}

type Handler = (change: Change) => void;

const channel = 'portico_changes';

/** Calls `handler` for every change on this node and, once `startChangeBus` has run, on every other. */
export function onChange(handler: Handler): void {
  bus.handlers.push(handler);
}

/** Tells every node, inside the caller's transaction: nobody hears of a change that was rolled back. */
export async function publishChange(
  tx: { $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number> },
  change: Change,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${channel}, ${JSON.stringify(change)})`;
}

/** Tells this node alone of a change that it found out by itself. */
export function noticeChange(change: Change): void {
  dispatch(change);
}

/** Listens on a direct connection (a pooler would swallow LISTEN) and reconnects for as long as the process lives. */
export function startChangeBus(): void {
  if (bus.started) return;
  bus.started = true;
  void listen(0);
}

async function listen(attempt: number): Promise<void> {
  const { databaseDirectUrl, masterKey } = env();
  const client = new pg.Client({
    connectionString: roleUrl(databaseDirectUrl, 'portico_app', masterKey),
    application_name: 'portico_changes',
    keepAlive: true,
  });
  let ended = false;
  const retry = (): void => {
    if (ended) return;
    ended = true;
    client.end().catch(() => {});
    setTimeout(() => void listen(attempt + 1), Math.min(5_000, 100 * 2 ** attempt)).unref();
  };
  client.on('error', retry);
  client.on('end', retry);
  client.on('notification', ({ payload }) => deliver(payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    attempt = 0;
    // What happened while nobody listened is unknown, so everything counts as changed.
    if (bus.listenedBefore) for (const kind of everything) dispatch({ kind });
    bus.listenedBefore = true;
  } catch (error) {
    logger.warn({ err: error }, 'change bus: not connected, trying again');
    retry();
  }
}

const everything = ['host', 'tenant', 'member', 'session', 'branding', 'settings', 'flags', 'plans', 'site'] as const;

function deliver(payload: string | undefined): void {
  try {
    dispatch(JSON.parse(payload ?? '') as Change);
  } catch (error) {
    logger.warn({ err: error }, 'change bus: unreadable message');
  }
}

function dispatch(change: Change): void {
  for (const handler of bus.handlers) handler(change);
}

// One bus per process, also where Next loads this module twice.
const registry = globalThis as unknown as {
  porticoBus?: { handlers: Handler[]; started: boolean; listenedBefore: boolean };
};
const bus = (registry.porticoBus ??= { handlers: [], started: false, listenedBefore: false });
