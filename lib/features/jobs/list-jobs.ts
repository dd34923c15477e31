import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { isWorkerAlive } from '@/lib/core/jobs/worker-presence';
import { consoleDb } from '@/lib/tenancy/console-client';
import { jobStates, type JobList, type JobListQuery, type JobRow, type JobState } from './schema';

const pageSize = 50;

/** The queue as it is: finished jobs leave it. Payloads are never shown, for mails carry links that sign in. */
export async function listJobs(ctx: ConsoleContext, { state, page }: JobListQuery): Promise<JobList> {
  requireConsolePermission(ctx, 'jobs.view');
  const db = consoleDb();
  const [rows, counted, workerAlive] = await Promise.all([
    readJobs(state ?? null, page),
    countJobs(),
    isWorkerAlive(db),
  ]);
  const counts = Object.fromEntries(jobStates.map((name) => [name, counted.get(name) ?? 0])) as Record<
    JobState,
    number
  >;
  const total = state ? counts[state] : jobStates.reduce((sum, name) => sum + counts[name], 0);
  return { data: rows.map(toRow), counts, page, pages: Math.max(1, Math.ceil(total / pageSize)), workerAlive };
}

interface FoundJob extends Omit<JobRow, 'id' | 'runAt' | 'createdAt' | 'startedAt' | 'tenant'> {
  id: bigint;
  runAt: Date;
  createdAt: Date;
  startedAt: Date | null;
  tenantSlug: string | null;
  tenantName: string | null;
}

function readJobs(state: JobState | null, page: number): Promise<FoundJob[]> {
  return consoleDb().$queryRaw<FoundJob[]>`
    SELECT j.id, j.task, j.state, j.attempts, j.max_attempts AS "maxAttempts", j.run_at AS "runAt", j.created_at AS "createdAt",
           j.locked_at AS "startedAt", left(j.last_error, 4000) AS "lastError", t.slug AS "tenantSlug", t.name AS "tenantName"
    FROM app.list_jobs() j LEFT JOIN "public".tenants t ON t.id::text = j.tenant_id
    WHERE ${state}::text IS NULL OR j.state = ${state}
    ORDER BY array_position(${[...jobStates]}::text[], j.state), j.run_at, j.id
    LIMIT ${pageSize}::integer OFFSET ${(page - 1) * pageSize}::integer`;
}

async function countJobs(): Promise<ReadonlyMap<string, number>> {
  const rows = await consoleDb().$queryRaw<{ state: string; count: number }[]>`
    SELECT state, count(*)::integer AS count FROM app.list_jobs() GROUP BY state`;
  return new Map(rows.map((row) => [row.state, row.count]));
}

function toRow({ id, runAt, createdAt, startedAt, tenantSlug, tenantName, ...row }: FoundJob): JobRow {
  return {
    ...row,
    id: String(id),
    runAt: runAt.toISOString(),
    createdAt: createdAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    tenant: tenantSlug === null ? null : { slug: tenantSlug, name: tenantName ?? tenantSlug },
  };
}
