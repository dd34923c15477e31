import 'server-only';
import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@/lib/platform/ids';
import { challengeExpiry, nextCheck } from './rules';

/** What a new attempt starts with: 128 bits that only this tenant, for this domain, this time, is told. */
export function newAttempt(now: Date = new Date()) {
  const state = { status: 'waiting', ownership: 'waiting', routing: 'waiting', certificate: 'none' } as const;
  return {
    ...state,
    attemptId: uuidv7(),
    challenge: randomBytes(16).toString('hex'),
    challengeExpiresAt: challengeExpiry(now),
    ownershipSince: now,
    checkCount: 0,
    nextCheckAt: nextCheck({ ...state, checkCount: 1 }, now),
    invalidSince: null,
    warnings: 0,
    warnedAt: null,
  };
}
