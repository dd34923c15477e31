import type { Locale } from '@/lib/messages/locales';

/** Every job and what it needs to know. The handlers are in lib/worker/tasks.ts, which must name each of these. */
export interface JobPayloads {
  'provision-tenant': { runId: string };
  'send-mail': { tenantId?: string; mail: QueuedMail };
  /** Somebody forgot where their portals are. */
  'mail-portals': { email: string; language: Locale | null };
  /** What the console did goes into the log of a tenant whose rows live apart. */
  'write-audit-event': { tenantId: string; event: Record<string, unknown> };
  'roll-up-usage': Record<string, never>;
  /** A tenant's days begin elsewhere since its time zone changed. */
  'rebuild-usage': { tenantId: string };
  /** Something on a tenant's site comes or goes now. */
  'pass-site-moment': { tenantId: string };
  'measure-resources': Record<string, never>;
  'ensure-partitions': Record<string, never>;
  'sweep-attempts': Record<string, never>;
  /** Tries the wall between tenants. */
  'run-canary': { startedBy?: string };
  /** Brings one tenant's place, or every one, to the newest migration. */
  'migrate-fleet': { tenantId?: string };
  /** Looks at one domain of a tenant: its records, where it leads, its certificate. */
  'check-domain': { tenantId: string; domainId: string };
  /** Queues the domains that are due. */
  'check-domains': Record<string, never>;
  /** Forgets old changes of domains' states, and old runs of the canary. */
  'sweep-history': Record<string, never>;
  /** Frees jobs whose worker died with them. */
  'release-lost-jobs': Record<string, never>;
  /** Queues provisioning runs again whose job is gone. */
  'sweep-provisioning': Record<string, never>;
}

export type JobName = keyof JobPayloads;

export interface QueuedMail {
  from?: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}
