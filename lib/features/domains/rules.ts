import type { CertificateState, DomainDetail, DomainStatus, OwnershipState, RoutingState } from './schema';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const challengeDays = 7;
export const quarantineDays = 30;
/** Days of trouble after which a warning goes out, and after which the domain is switched off. */
export const warningDays = [1, 3, 6] as const;
export const offAfterDays = 7;

/** What is known of a domain before a check. */
export interface DomainState {
  status: DomainStatus;
  ownership: OwnershipState;
  routing: RoutingState;
  certificate: CertificateState;
  challengeExpiresAt: Date;
  checkCount: number;
  invalidSince: Date | null;
  warnings: number;
  warnedAt: Date | null;
}

/** What a check makes of the answers. `unknown`: too few resolvers answered, so nothing follows from it. */
export interface Sight {
  ownership: 'right' | 'wrong' | 'unknown';
  routing: 'direct' | 'proxied' | 'wrong' | 'unknown';
  certificate: 'valid' | 'faulty' | 'unseen';
  /** Nobody else has the name, and it is not kept for its former tenant. */
  free: boolean;
}

export interface Decision extends Omit<DomainState, 'challengeExpiresAt'> {
  nextCheckAt: Date | null;
  /** What is to be told to the tenant's admins. */
  notice: 'activated' | 'warning' | 'off' | null;
}

/** What follows for a domain from what a check saw. Pure: the clock comes in. */
export function decide(before: DomainState, sight: Sight, now: Date): Decision {
  if (before.status === 'off') return { ...stateOf(before), nextCheckAt: null, notice: null };
  const ownership = nextOwnership(before, sight, now);
  const routing = nextRouting(before, sight);
  const trouble = troubleOf(before, { ownership, routing }, sight, now);
  if (trouble.kind === 'off') return switchedOff(before, routing, trouble.since);
  const status = nextStatus(ownership, routing, trouble.kind);
  const served = status === 'active' || status === 'trouble';
  const certificate = served ? nextCertificate(before, sight) : 'none';
  const fresh = served && !wasServed(before);
  const checkCount = fresh ? 1 : before.checkCount + 1;
  return {
    status,
    ownership,
    routing,
    certificate,
    checkCount,
    invalidSince: trouble.since,
    warnings: trouble.kind === 'none' ? 0 : before.warnings + (trouble.warn ? 1 : 0),
    warnedAt: trouble.kind === 'none' ? null : trouble.warn ? now : before.warnedAt,
    nextCheckAt: nextCheck({ status, ownership, certificate, checkCount }, now),
    notice: fresh ? 'activated' : trouble.kind === 'trouble' && trouble.warn ? 'warning' : null,
  };
}

function stateOf({ challengeExpiresAt: _unchanged, ...state }: DomainState): Omit<DomainState, 'challengeExpiresAt'> {
  return state;
}

function wasServed({ status }: Pick<DomainState, 'status'>): boolean {
  return status === 'active' || status === 'trouble';
}

/** Once proven, it holds until the record is seen to be gone: a resolver that is silent proves nothing. */
function nextOwnership(before: DomainState, { ownership, free }: Sight, now: Date): OwnershipState {
  const owned = before.ownership === 'verified' || before.ownership === 'lost';
  const expired = now >= before.challengeExpiresAt;
  if (ownership === 'unknown') return !owned && expired ? 'expired' : before.ownership;
  // A name that was never served is only reserved: without the record the reservation ends.
  if (owned && (ownership === 'right' || wasServed(before))) return ownership === 'right' ? 'verified' : 'lost';
  if (expired) return 'expired';
  if (ownership !== 'right') return 'waiting';
  return free ? 'verified' : 'refused';
}

function nextRouting(before: DomainState, { routing }: Sight): RoutingState {
  return routing === 'unknown' ? before.routing : routing;
}

function nextCertificate(before: DomainState, { certificate }: Sight): CertificateState {
  if (certificate !== 'unseen') return certificate;
  return before.certificate === 'none' ? 'waiting' : before.certificate;
}

type Trouble =
  | { kind: 'none'; since: null; warn: false }
  | { kind: 'trouble'; since: Date; warn: boolean }
  | { kind: 'off'; since: Date; warn: false };

/** The clock starts at the first failure of what was in order, and stops at the first success. */
function troubleOf(
  before: DomainState,
  { ownership, routing }: { ownership: OwnershipState; routing: RoutingState },
  sight: Sight,
  now: Date,
): Trouble {
  const faulty = wasServed(before) && (ownership === 'lost' || routing === 'wrong');
  if (!faulty) return { kind: 'none', since: null, warn: false };
  const since = before.invalidSince ?? now;
  const days = (now.getTime() - since.getTime()) / DAY;
  const seenNow = sight.ownership === 'wrong' || sight.routing === 'wrong';
  // Nobody is switched off unwarned, also where nothing was checked for a week, and only on what is seen at that moment.
  const warned = before.warnedAt !== null && now.getTime() - before.warnedAt.getTime() >= DAY;
  if (days >= offAfterDays && warned && seenNow) return { kind: 'off', since, warn: false };
  const due = warningDays.filter((day) => days >= day).length;
  const rested = before.warnedAt === null || warned;
  return { kind: 'trouble', since, warn: due > before.warnings && rested };
}

function nextStatus(ownership: OwnershipState, routing: RoutingState, trouble: 'none' | 'trouble'): DomainStatus {
  if (trouble === 'trouble') return 'trouble';
  if (ownership === 'expired') return 'expired';
  if (ownership !== 'verified') return 'waiting';
  return routing === 'direct' || routing === 'proxied' ? 'active' : 'verified';
}

function switchedOff(before: DomainState, routing: RoutingState, since: Date): Decision {
  return {
    status: 'off',
    ownership: 'lost',
    routing,
    certificate: 'none',
    checkCount: before.checkCount + 1,
    invalidSince: since,
    warnings: before.warnings,
    warnedAt: before.warnedAt,
    nextCheckAt: null,
    notice: 'off',
  };
}

/** Soon after somebody began, then ever more rarely: people change records while they look at the page. */
const IMPATIENT = [10, 20, 30, 60, 60, 120, 300, 600, 900, 1_800].map((seconds) => seconds * 1_000);

export function nextCheck(
  after: Pick<DomainState, 'status' | 'ownership' | 'certificate' | 'checkCount'>,
  now: Date,
): Date | null {
  const later = (ms: number): Date => new Date(now.getTime() + ms);
  switch (after.status) {
    case 'off':
    case 'expired':
      return null;
    case 'trouble':
      return later(HOUR);
    case 'active':
      if (after.certificate === 'valid') return later(DAY);
      return later(IMPATIENT[after.checkCount - 1] ?? 6 * HOUR);
    default:
      return later(IMPATIENT[after.checkCount - 1] ?? HOUR);
  }
}

/** When a domain in trouble is switched off; null while all is well. */
export function offAt(invalidSince: Date | null): Date | null {
  return invalidSince && new Date(invalidSince.getTime() + offAfterDays * DAY);
}

/** Whole days that are left before that, at least 0. */
export function daysLeft(invalidSince: Date, now: Date): number {
  return Math.max(0, Math.ceil(offAfterDays - (now.getTime() - invalidSince.getTime()) / DAY));
}

/** Whether a record still has to be made or can be started again with a new token. */
export function mayRenew(status: DomainStatus, ownership: OwnershipState): boolean {
  return status === 'off' || status === 'expired' || (status === 'waiting' && ownership !== 'verified');
}

export type CertificateNote =
  { key: 'certificateAsked' | 'certificateRefused' | 'certificateRenewal'; at: string } | { key: 'certificateUnasked' };

/** Why a served domain has no good certificate yet, as far as the ledger tells; null where there is nothing to explain. */
export function certificateNote({
  certificate: { state },
  certificateLedger: { askedAt, freeAt },
}: Pick<DomainDetail, 'certificate' | 'certificateLedger'>): CertificateNote | null {
  if (state === 'none' || state === 'valid') return null;
  // A certificate that was had once is renewed whatever the budget says.
  if (askedAt !== null) return { key: state === 'faulty' ? 'certificateRenewal' : 'certificateAsked', at: askedAt };
  return freeAt === null ? { key: 'certificateUnasked' } : { key: 'certificateRefused', at: freeAt };
}

export function challengeExpiry(now: Date): Date {
  return new Date(now.getTime() + challengeDays * DAY);
}

/** Something is under way that a person may be waiting for. */
export function isUnsettled({
  status,
  certificate,
}: {
  status: DomainStatus;
  certificate?: CertificateState;
}): boolean {
  return status === 'waiting' || status === 'verified' || (status === 'active' && certificate === 'waiting');
}
