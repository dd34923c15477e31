import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { consoleDb } from '@/lib/tenancy/console-client';

/**
 * Asks the worker for a run now. Not in the request itself: it signs in with a login that may do more than a web request ever should.
 * @throws AppError forbidden
 */
export async function requestRun(ctx: ConsoleContext): Promise<void> {
  requireConsolePermission(ctx, 'health.manage');
  await consoleDb().$transaction(async (tx) => {
    await recordPlatformEvent(tx, ctx, 'canary.requested', { type: 'canary' });
    // Two presses are one run.
    await enqueueJob(tx, 'run-canary', { startedBy: ctx.actor.name }, { key: 'run-canary-now', maxAttempts: 3 });
  });
}
