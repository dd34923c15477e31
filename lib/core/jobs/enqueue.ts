import 'server-only';
import type { JobName, JobPayloads } from './registry';

interface SqlTx {
  $queryRaw<T = unknown>(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<T>;
}

/**
 * Puts a job on the queue inside the caller's transaction, so that it runs if and only if the change is committed. From a tenant's
 * transaction the payload must carry that tenant's id; the database refuses anything else.
 * @param options.key a second job with the same key replaces the first while it waits
 */
export async function enqueueJob<N extends JobName>(
  tx: SqlTx,
  name: N,
  payload: JobPayloads[N],
  options: { runAt?: Date; key?: string; maxAttempts?: number } = {},
): Promise<void> {
  await tx.$queryRaw`SELECT app.enqueue_job(${name}::text, ${JSON.stringify(payload)}::json, ${options.runAt ?? null}::timestamptz, ${options.key ?? null}::text, ${options.maxAttempts ?? 12}::integer)`;
}
