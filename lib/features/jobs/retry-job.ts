import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';

/**
 * Runs a job now, with all its attempts before it. One that is running is left alone.
 * @throws AppError forbidden, not_found (finished meanwhile, or running)
 */
export async function retryJob(ctx: ConsoleContext, id: string): Promise<void> {
  requireConsolePermission(ctx, 'jobs.manage');
  await consoleDb().$transaction(async (tx) => {
    const jobs = await tx.$queryRaw<{ task: string; attempts: number }[]>`
      SELECT task, attempts FROM app.list_jobs() WHERE id = ${id}::bigint AND state <> 'running'`;
    const retried = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.retry_job(${id}::bigint) AS done`;
    const [job] = jobs;
    if (!job || !retried[0]?.done) throw notFound();
    const changes = { attempts: { before: job.attempts, after: 0 } };
    await recordPlatformEvent(tx, ctx, 'job.retried', { type: 'job', id, label: job.task }, changes);
  });
}
