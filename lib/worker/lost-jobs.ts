import { presenceSpace } from '@/lib/core/jobs/worker-presence';
import { logger } from '@/lib/platform/logger';

/** A connection of the worker's own role: the queue's tables are nobody else's. */
export interface QueueConnection {
  query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }>;
}

/**
 * Frees jobs that are held by workers who are gone. The queue itself would wait four hours, because it can't tell a dead worker from
 * a busy one; the presence lock can. A moment of grace covers a worker that has just started.
 */
export async function releaseLostJobs(connection: QueueConnection): Promise<number> {
  const { rows } = await connection.query<{ worker: string; jobs: number }>(
    `SELECT locked_by AS worker, count(*)::integer AS jobs FROM graphile_worker.jobs
     WHERE locked_at < now() - interval '1 second' AND NOT EXISTS (
       SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
       WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted
         AND l.classid::bigint = (hashtext($1)::bigint & 4294967295)
         AND l.objid::bigint = (hashtext(locked_by)::bigint & 4294967295))
     GROUP BY locked_by`,
    [presenceSpace],
  );
  if (rows.length === 0) return 0;
  await connection.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [rows.map(({ worker }) => worker)]);
  const jobs = rows.reduce((sum, row) => sum + row.jobs, 0);
  logger.warn({ jobs, workers: rows.length }, 'freed the jobs of workers that died');
  return jobs;
}

/** Of these job keys, the ones still on the queue: held by a worker, or waiting with attempts left. */
export async function waitingJobKeys(connection: QueueConnection, keys: string[]): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ key: string }>(
    'SELECT key FROM graphile_worker.jobs WHERE key = ANY($1::text[]) AND (locked_at IS NOT NULL OR attempts < max_attempts)',
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}
