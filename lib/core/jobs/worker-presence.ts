import 'server-only';

/**
 * A worker shows that it lives by holding an advisory lock named after its pool. The lock ends with its connection, so a killed
 * worker is known to be dead at once, without heartbeats. Both keys are hashes, as PostgreSQL wants two integers.
 */
export const presenceSpace = 'portico worker';

interface SqlReader {
  $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>;
}

/** Whether any worker serves this database now. */
export async function isWorkerAlive(db: SqlReader): Promise<boolean> {
  const rows = await db.$queryRaw<{ alive: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
      WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted
        AND l.classid::bigint = (hashtext(${presenceSpace})::bigint & 4294967295)) AS alive`;
  return rows[0]?.alive ?? false;
}
