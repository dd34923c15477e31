import 'server-only';
import { consoleDb } from '@/lib/tenancy/console-client';

const KEPT_DAYS = 400;
const KEPT_RUNS = 100;

/** Forgets runs of more than a year ago, but never the newest hundred. Only the database can: no role of ours may delete one. */
export async function sweepCanaryRuns(): Promise<void> {
  await consoleDb().$queryRaw`SELECT app.sweep_canary_runs(${KEPT_DAYS}::integer, ${KEPT_RUNS}::integer)`;
}
