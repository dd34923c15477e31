import type { Job, JobHelpers, Task, TaskList } from 'graphile-worker';
import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { writeQueuedEvent } from '@/lib/core/audit/write-queued-event';
import { sendEmail } from '@/lib/core/email/send-email';
import type { JobName, JobPayloads } from '@/lib/core/jobs/registry';
import { measureResources } from '@/lib/core/usage/measure-resources';
import { rebuildDaily, rollUpUsage } from '@/lib/core/usage/roll-up';
import { runCanary } from '@/lib/features/canary/run-canary';
import { sweepCanaryRuns } from '@/lib/features/canary/sweep-runs';
import { checkDomain } from '@/lib/features/domains/check-domain';
import { sweepChecks } from '@/lib/features/domains/sweep-checks';
import { sweepDomains } from '@/lib/features/domains/sweep-domains';
import { runMigration } from '@/lib/features/fleet/run-migration';
import { logger } from '@/lib/platform/logger';
import { consoleDb } from '@/lib/tenancy/console-client';
import { pickedLanguage } from '@/lib/messages/locales';
import { mailPortals } from '@/lib/workflows/find-portal/mail-portals';
import { runProvisioning } from '@/lib/workflows/provisioning/engine';
import { sweepRuns } from '@/lib/workflows/provisioning/sweep-runs';
import { passSiteMoment } from '@/lib/workflows/site-moments/pass-site-moment';
import { releaseLostJobs, waitingJobKeys } from './lost-jobs';

type Handler<N extends JobName> = (payload: JobPayloads[N], helpers: JobHelpers) => Promise<unknown>;

const canaryContext: ConsoleContext<SystemActor> = {
  actor: { type: 'system', name: 'Isolation canary' },
  request: systemRequest(),
};

/** One handler for each job of the registry; a job without one does not compile. */
const handlers: { [N in JobName]: Handler<N> } = {
  'provision-tenant': ({ runId }, { job }) => runProvisioning(runId, { lastAttempt: isLastAttempt(job) }),
  'send-mail': ({ mail: { from, to, ...email } }) => sendEmail({ to, senderName: from ?? 'Portico', email }),
  'mail-portals': ({ email, language }) => mailPortals(email, pickedLanguage(language)),
  'write-audit-event': ({ tenantId, event }) => writeQueuedEvent(tenantId, event),
  'roll-up-usage': () => rollUpUsage(),
  'rebuild-usage': ({ tenantId }) => rebuildDaily(tenantId),
  'pass-site-moment': ({ tenantId }) => passSiteMoment(tenantId),
  'measure-resources': () => measureResources(),
  'ensure-partitions': () => consoleDb().$queryRaw`SELECT app.ensure_partitions()`,
  'run-canary': ({ startedBy }) => runCanary(canaryContext, startedBy ?? 'Schedule'),
  'migrate-fleet': ({ tenantId }) => runMigration(tenantId),
  'check-domain': ({ tenantId, domainId }) => checkDomain(tenantId, domainId),
  'check-domains': () => sweepDomains(),
  'sweep-attempts': () => consoleDb().$queryRaw`SELECT app.sweep_attempts()`,
  'sweep-history': () => Promise.all([sweepChecks(), sweepCanaryRuns()]),
  'release-lost-jobs': (_payload, helpers) => helpers.withPgClient((client) => releaseLostJobs(client)),
  'sweep-provisioning': (_payload, helpers) =>
    sweepRuns((keys) => helpers.withPgClient((client) => waitingJobKeys(client, keys))),
};

export const taskList: TaskList = Object.fromEntries(
  Object.entries(handlers).map(([name, handler]) => [name, toTask(name, handler as Handler<JobName>)]),
);

/** Errors are logged with their tenant and then handed to the queue, which tries again. */
function toTask(name: string, handler: Handler<JobName>): Task {
  return async (payload, helpers) => {
    try {
      await handler(payload as JobPayloads[JobName], helpers);
    } catch (error) {
      const { id, attempts, max_attempts } = helpers.job;
      const context = {
        err: error,
        job: name,
        jobId: id,
        attempt: attempts,
        attemptsMax: max_attempts,
        ...subjectOf(payload),
      };
      logger[isLastAttempt(helpers.job) ? 'error' : 'warn'](context, 'job failed');
      throw error;
    }
  };
}

function subjectOf(payload: unknown): { tenantId?: unknown; runId?: unknown } {
  const { tenantId, runId } = (payload ?? {}) as { tenantId?: unknown; runId?: unknown };
  return { tenantId, runId };
}

function isLastAttempt(job: Job): boolean {
  return job.attempts >= job.max_attempts;
}
