import type { JobName } from '@/lib/core/jobs/registry';

/** When periodic jobs run, as crontab patterns in UTC. */
const schedule = {
  'roll-up-usage': '* * * * *',
  'sweep-provisioning': '* * * * *',
  'check-domains': '* * * * *',
  'release-lost-jobs': '* * * * *',
  'sweep-attempts': '*/10 * * * *',
  'measure-resources': '7 * * * *',
  'sweep-history': '11 4 * * *',
  'ensure-partitions': '23 3 * * *',
  'run-canary': '41 3 * * *',
} satisfies Partial<Record<JobName, string>>;

/** A job that is still waiting when its time comes again is not queued twice: the key is its name. */
export const crontab = Object.entries(schedule)
  .map(([job, pattern]) => `${pattern} ${job} ?jobKey=${job}&jobKeyMode=preserve_run_at&max=3`)
  .join('\n');
