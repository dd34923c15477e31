import { env } from '@/lib/platform/env';
import { migrate } from '@/lib/platform/migrations';
import type { Command } from '../command';

export const databaseMigrate: Command = {
  usage: '',
  summary: 'bring the database to the schema of this code',
  async run() {
    const { databaseDirectUrl: databaseUrl, masterKey } = env();
    const { applied, version } = await migrate({ databaseUrl, masterKey });
    const text =
      applied.length === 0
        ? `Nothing to apply; the database is at ${version ?? 'nothing'}.`
        : applied.map((name) => `applied ${name}`).join('\n');
    return { json: { applied, version: version ?? null }, text };
  },
};
