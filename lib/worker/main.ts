/** The worker: takes jobs off the queue as soon as they are committed. Any number of these may run beside each other. */
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, run, type Runner, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { startChangeBus } from '@/lib/platform/change-bus';
import { roleUrl } from '@/lib/platform/database-roles';
import { env } from '@/lib/platform/env';
import { logger } from '@/lib/platform/logger';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { closeRunLocks } from '@/lib/workflows/provisioning/run-lock';
import { sweepRuns } from '@/lib/workflows/provisioning/sweep-runs';
import { releaseLostJobs, waitingJobKeys } from './lost-jobs';
import { Presence } from './presence';
import { crontab } from './schedule';
import { taskList } from './tasks';

const CONCURRENCY = 4;
/** New jobs are announced by NOTIFY; polling only finds what was scheduled for later, or announced while nobody listened. */
const POLL_MS = 1_000;
const RESTART_MS = 500;
/** About three polls of every worker, none of which found out whether there is a job. */
const DEAF_AFTER = 3 * CONCURRENCY;
/** As long as an honest job may take to see that its database is gone. */
const STOP_MS = 30_000;
/** Longer than the grace of releaseLostJobs: by then a predecessor's jobs are known to be lost. */
const RECOVERY_DELAY_MS = 1_200;

const { databaseDirectUrl, masterKey } = env();
const connectionString = roleUrl(databaseDirectUrl, 'portico_worker', masterKey);
const presence = new Presence(connectionString);
let runner: Runner | undefined;
let stopping = false;

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
startChangeBus();
void recoverSoon();
// Flags and plans that a newer version ships; the seed brought those of the first run.
ensureCatalogue().catch((error: unknown) => logger.warn({ err: error }, 'worker: flags and plans not checked'));
while (!stopping) await serve();

/** Ends when the worker is stopped; after an error it is called again, so a database that restarts is met by a new start. */
async function serve(): Promise<void> {
  try {
    if (!runner) await presence.connect();
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => presence.announce(workerPool.id));
    const deaf = whenDeaf(events);
    runner = await run({
      connectionString,
      taskList,
      crontab,
      events,
      concurrency: CONCURRENCY,
      pollInterval: POLL_MS,
      noHandleSignals: true,
      logger: queueLogger(),
    });
    logger.info('worker ready');
    if (stopping) await runner.stop();
    await Promise.race([runner.promise, deaf]);
    if (!stopping) await endOrExit(runner);
  } catch (error) {
    if (!stopping) logger.warn({ err: error }, 'worker: no connection to its queue, trying again');
  }
  if (!stopping) await pause(RESTART_MS);
}

/**
 * Ends a runner that is to be followed by another one: never two beside each other. A job that does not end (it may wait for a
 * connection that is gone) is not waited for for ever; then a new process begins, which frees what this one held.
 */
async function endOrExit(deaf: Runner): Promise<void> {
  const isEnded = await Promise.race([
    deaf.stop().then(
      () => true,
      () => true,
    ),
    pause(STOP_MS, false, { ref: false }),
  ]);
  if (isEnded || stopping) return;
  logger.error('worker: a job does not end, starting anew as another process');
  process.exit(1);
}

/**
 * Resolves when nobody has been able to ask for a job for a while. The queue's library asks once which tasks there are and keeps the
 * answer, also when that was a lost connection: from then on its workers ask no more, and only a new start does.
 */
function whenDeaf(events: WorkerEvents): Promise<void> {
  return new Promise((resolve) => {
    let failures = 0;
    const heard = (): void => void (failures = 0);
    events.on('worker:getJob:empty', heard);
    events.on('job:start', heard);
    events.on('worker:getJob:error', ({ error }) => {
      failures += 1;
      if (failures !== DEAF_AFTER) return;
      logger.warn({ err: error }, 'worker: can’t ask for jobs, starting anew');
      resolve();
    });
  });
}

/** What a killed predecessor held is freed now, not at the next full minute. */
async function recoverSoon(): Promise<void> {
  await pause(RECOVERY_DELAY_MS);
  const client = new pg.Client(connectionString);
  // A connection that dies while idle would otherwise take the process along.
  client.on('error', () => {});
  try {
    await client.connect();
    await releaseLostJobs(client);
    await sweepRuns((keys) => waitingJobKeys(client, keys));
  } catch (error) {
    logger.warn({ err: error }, 'worker: recovery is left to the schedule');
  } finally {
    await client.end().catch(() => {});
  }
}

/** Jobs that run are finished; those that take too long go back to the queue. */
async function stop(signal: string): Promise<void> {
  stopping = true;
  logger.info({ signal }, 'worker stops');
  await runner?.stop().catch(() => {});
  await presence.close();
  await Promise.allSettled([closeRunLocks(), closeTenantClients(), closeConsoleClient()]);
  process.exit(0);
}

/** The queue's own messages in our format; its success lines are noise. */
function queueLogger(): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') logger.error(`queue: ${message}`);
    else if (level === 'warning') logger.warn(`queue: ${message}`);
    else logger.debug(`queue: ${message}`);
  });
}
