import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { env } from '@/lib/platform/env';
import { migrate } from '@/lib/platform/migrations';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Command } from '../command';

export const databaseMigrate: Command = {
  usage: '',
  summary: 'bring the database to the schema of this code',
  async run() {
    const { databaseDirectUrl: databaseUrl, masterKey } = env();
    const { applied, version } = await migrate({ databaseUrl, masterKey });
    // What a migration did to the wall is tried as soon as a worker runs.
    if (applied.length)
      await enqueueJob(
        consoleDb(),
        'run-canary',
        { startedBy: 'Migration' },
        { key: 'run-canary-now', maxAttempts: 3 },
      );
    const text =
      applied.length === 0
        ? `Nothing to apply; the database is at ${version ?? 'nothing'}.`
        : applied.map((name) => `applied ${name}`).join('\n');
    return { json: { applied, version: version ?? null }, text };
  },
};
