import 'server-only';
import { logger } from '@/lib/platform/logger';
import { migrateFleet } from '@/lib/tenancy/placements/fleet';

/** The worker's side of requestMigration. What fails stands in the fleet's list, for the page to show; the job itself has done its work. */
export async function runMigration(tenantId: string | undefined): Promise<void> {
  const { failed, ...counts } = await migrateFleet({ onlyTenant: tenantId });
  for (const failure of failed) logger.warn(failure, 'a place could not be migrated');
  logger.info({ ...counts, failed: failed.length }, 'fleet migrated');
}
