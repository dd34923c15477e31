import { env } from '@/lib/platform/env';
import { migrationStatus } from '@/lib/platform/migrations';
import type { Command } from '../command';

export const databaseStatus: Command = {
  usage: '',
  summary: 'migrations that are applied, pending or unknown to this code',
  async run() {
    const status = await migrationStatus(env().databaseDirectUrl);
    const { applied, pending, unknown, changed, version } = status;
    const counts = `${applied.length} applied, ${pending.length} pending, ${unknown.length} unknown, ${changed.length} changed`;
    return { json: { ...status, version: version ?? null }, text: `at ${version ?? 'nothing'}: ${counts}` };
  },
};
