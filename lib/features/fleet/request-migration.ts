import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { MigrateFleet } from './schema';
import { findPlace } from './store';

/**
 * Asks the worker to bring one tenant's place, or all that are not up to date, to the newest migration. Not in the request itself: it
 * signs in with a login that may do more than a web request ever should.
 * @throws AppError forbidden, not_found (a tenant without a place of its own, or whose place is up to date)
 */
export async function requestMigration(ctx: ConsoleContext, { tenantId }: MigrateFleet): Promise<void> {
  requireConsolePermission(ctx, 'fleet.manage');
  const place = tenantId === undefined ? undefined : await findPlace(tenantId);
  if (tenantId !== undefined && (!place || place.state === 'current')) throw notFound();
  await consoleDb().$transaction(async (tx) => {
    const target = { type: 'fleet', id: tenantId, label: place?.name };
    await recordPlatformEvent(tx, ctx, 'fleet.migration_requested', target, {}, tenantId);
    // Two presses are one run. A migration that fails is not tried again by itself: somebody has to look first.
    await enqueueJob(tx, 'migrate-fleet', { tenantId }, { key: `migrate-fleet ${tenantId ?? 'all'}`, maxAttempts: 1 });
  });
}
