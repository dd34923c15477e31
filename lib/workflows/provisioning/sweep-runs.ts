import 'server-only';
import { logger } from '@/lib/platform/logger';
import { consoleDb } from '@/lib/tenancy/console-client';
import { enqueueRun, provisioningJobKey } from './request-provisioning';

/**
 * Puts unfinished runs back on the queue whose job is gone.
 * @param waiting says which of the given job keys are still on the queue with attempts left; only the worker's role can know
 */
export async function sweepRuns(waiting: (keys: string[]) => Promise<ReadonlySet<string>>): Promise<number> {
  const unfinished = await consoleDb().provisioningRun.findMany({
    where: { status: { in: ['queued', 'running', 'rolling_back'] } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: 500,
  });
  const queued = await waiting(unfinished.map(({ id }) => provisioningJobKey(id)));
  const lost = unfinished.filter(({ id }) => !queued.has(provisioningJobKey(id)));
  for (const { id } of lost) {
    logger.warn({ runId: id }, 'provisioning run without a job: queued again');
    await consoleDb().$transaction((tx) => enqueueRun(tx, id));
  }
  return lost.length;
}
