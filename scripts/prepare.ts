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

export interface Prepared {
  applied: string[];
  needsSeed: boolean;
}

try {
  const env = parseEnv(process.env);
  if (!process.argv.includes('--check-only')) {
    const { databaseDirectUrl: databaseUrl, masterKey } = env;
    const { applied } = await migrate({ databaseUrl, masterKey });
    const needsSeed = await awaitsFirstRun(roleUrl(databaseUrl, 'portico_console', masterKey), env);
    process.send?.({ applied, needsSeed } satisfies Prepared);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
process.disconnect?.();

/** The seed writes first-run.json last: without it a demo was killed half way and is finished now. */
async function awaitsFirstRun(consoleUrl: string, { dataDir, seed }: Env): Promise<boolean> {
  if (seed === 'demo' && !fs.existsSync(path.join(dataDir, 'first-run.json'))) return true;
  const client = new pg.Client(consoleUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select from super_admins) as empty');
    return rows[0]?.empty ?? true;
  } finally {
    await client.end();
  }
}
