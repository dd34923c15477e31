import type { Act } from '@/components/i18n/use-act';
import type { Tone } from '@/components/ui/tone';
import type {
  AddDomain,
  ChangeSurface,
  CertificateState,
  ConsoleDomainId,
  DomainStatus,
  ForceRelease,
  MailRecords,
  OwnershipState,
  RoutingState,
} from '@/lib/features/domains/schema';

/** What the pages hand down: server actions, so that components need not know the app. */
export interface ListActions {
  add: Act<AddDomain, { id: string; host: string }>;
  makePrimary: Act<{ hostId: string }, void>;
}

export interface DomainActions {
  check: Act<{ id: string }, void>;
  renew: Act<{ id: string }, void>;
  makePrimary: Act<{ hostId: string }, void>;
  move: Act<ChangeSurface, void>;
  release: Act<{ id: string }, void>;
  mail: Act<MailRecords, void>;
}

export interface ConsoleDomainActions {
  check: Act<ConsoleDomainId, void>;
  release: Act<ForceRelease, void>;
}

/** How times are written for this reader. `now` is the server's moment, so that both first paints agree. */
export interface Display {
  locale: string;
  timeZone: string;
  now: string;
}

export const statusTones: Record<DomainStatus, Tone> = {
  trouble: 'warning',
  off: 'negative',
  waiting: 'info',
  verified: 'info',
  active: 'positive',
  expired: 'neutral',
};

export const stateTones: Record<OwnershipState | RoutingState | CertificateState, Tone> = {
  waiting: 'info',
  verified: 'positive',
  lost: 'negative',
  expired: 'neutral',
  refused: 'negative',
  direct: 'positive',
  proxied: 'positive',
  wrong: 'negative',
  none: 'neutral',
  valid: 'positive',
  faulty: 'warning',
};
