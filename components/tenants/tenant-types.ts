import type { Act } from '@/components/i18n/use-act';

/** How times and numbers are written. `now` is the server's moment, so that both first paints agree. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}

interface StatusChanged {
  tenants: number;
  sessionsEnded: number;
}

export interface StatusActions {
  suspend: Act<{ ids: string[]; reason: string }, StatusChanged>;
  resume: Act<{ ids: string[] }, StatusChanged>;
}

/** What is known of a tenant wherever it can be suspended or resumed. */
export interface StatusTarget {
  id: string;
  name: string;
  members: number;
  status: 'provisioning' | 'active' | 'suspended' | 'archived' | 'erased';
}
