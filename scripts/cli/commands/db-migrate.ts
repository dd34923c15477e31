import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { tenantBySlug } from '@/lib/features/tenants/tenant-by-slug';
import { env } from '@/lib/platform/env';
import { migrate } from '@/lib/platform/migrations';
import { consoleDb } from '@/lib/tenancy/console-client';
import { migrateFleet, type FleetResult } from '@/lib/tenancy/placements/fleet';
import { renewDatabases } from '@/lib/tenancy/placements/own-database';
import { text, type Command } from '../command';

export const databaseMigrate: Command = {
  usage: '[--tenant SLUG]',
  summary: "bring the database and tenants' own ones to the schema of this code; 1 when a tenant's failed",
  options: { tenant: { type: 'string' } },
  async run(ctx, { values }) {
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
    const lines = applied.length
      ? applied.map((name) => `applied ${name}`)
      : [`Nothing to apply; the database is at ${version ?? 'nothing'}.`];
    const slug = text(values, 'tenant');
    const onlyTenant = slug ? (await tenantBySlug(ctx, slug)).id : undefined;
    const notRenewed = await renewDatabases();
    lines.push(...notRenewed);
    const fleet = await migrateFleet({ onlyTenant, log: (line) => lines.push(line) });
    lines.push(...summary(fleet));
    return {
      json: { applied, version: version ?? null, fleet, notRenewed },
      text: lines.join('\n'),
      refused: fleet.failed.length + notRenewed.length > 0,
    };
  },
};

/** Nothing to say where every tenant shares the main database. */
function summary({ upToDate, migrated, failed, stoppedAtCanary, untouched }: FleetResult): string[] {
  if (upToDate + migrated + failed.length + untouched === 0) return [];
  const counts = `places of tenants: ${migrated} migrated, ${upToDate} up to date, ${failed.length} failed`;
  if (!stoppedAtCanary) return [counts];
  return [
    counts,
    `Stopped: the first place failed, so ${untouched} others were left as they are. ` +
      'Once the migration has gone through for another tenant (--tenant SLUG), a run no longer stops there.',
  ];
}
