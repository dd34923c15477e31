/**
 * The part of a start that needs the application's own code: checks the variables, migrates, and says whether this
 * database still waits for its first run. Talks to scripts/start.mjs over IPC.
 */
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { roleUrl } from '@/lib/platform/database-roles';
import type { Env } from '@/lib/platform/env';
import { parseEnv } from '@/lib/platform/env';
import { migrate } from '@/lib/platform/migrations';
import { migrateFleet } from '@/lib/tenancy/placements/fleet';
import { renewDatabases } from '@/lib/tenancy/placements/own-database';

interface Prepared {
  applied: string[];
  /** What to say about tenants' own schemas and databases. */
  remarks: string[];
  needsSeed: boolean;
}

interface Order {
  env: NodeJS.ProcessEnv;
  checkOnly: boolean;
}

process.once('message', (order: Order) => void answer(order));

async function answer(order: Order): Promise<void> {
  try {
    const env = parseEnv(order.env);
    Object.assign(process.env, order.env);
    process.send?.(order.checkOnly ? { applied: [], remarks: [], needsSeed: false } : await prepare(env));
  } catch (error) {
    // The message alone: it is written for the person who started Portico.
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
  // Not within the channel's own event, which Node does not survive.
  setImmediate(() => process.disconnect());
}

async function prepare(env: Env): Promise<Prepared> {
  const { databaseDirectUrl: databaseUrl, masterKey } = env;
  const { applied, keyChanged } = await migrate({ databaseUrl, masterKey });
  const remarks = await bringFleetAlong(keyChanged || applied.length > 0);
  const consoleUrl = roleUrl(databaseUrl, 'portico_console', masterKey);
  if (applied.length) await asConsole(consoleUrl, queueCanary);
  return { applied, remarks, needsSeed: await awaitsFirstRun(consoleUrl, env) };
}

/** A tenant whose migration fails keeps the tables it had: that is told, and keeps nobody else from being served. */
async function bringFleetAlong(renew: boolean): Promise<string[]> {
  try {
    const notRenewed = renew ? await renewDatabases() : [];
    const { migrated, failed, stoppedAtCanary, untouched } = await migrateFleet();
    const notMigrated = failed.map(({ slug, reason }) => `tenant ${slug} could not be migrated: ${reason}`);
    const remarks = [...notRenewed, ...notMigrated];
    if (migrated) remarks.unshift(`migrated ${migrated} tenants in a place of their own`);
    if (stoppedAtCanary) remarks.push(`stopped there: ${untouched} other tenants in a place of their own wait`);
    if (failed.length) remarks.push('see Migrations in the console, or `npm run portico -- db status`');
    return remarks;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`tenants in a place of their own could not be migrated: ${reason}`];
  }
}

/** What a migration did to the wall is tried as soon as a worker runs. */
async function queueCanary(client: pg.Client): Promise<void> {
  await client.query(
    `select app.enqueue_job('run-canary', '{"startedBy":"Migration"}', job_key => 'run-canary-now', max_attempts => 3)`,
  );
}

/** The seed writes first-run.json last: without it a demo was killed half way and is finished now. */
async function awaitsFirstRun(consoleUrl: string, { dataDir, seed }: Env): Promise<boolean> {
  if (seed === 'demo' && !fs.existsSync(path.join(dataDir, 'first-run.json'))) return true;
  return asConsole(consoleUrl, async (client) => {
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select from super_admins) as empty');
    return rows[0]?.empty ?? true;
  });
}

async function asConsole<T>(consoleUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(consoleUrl);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
