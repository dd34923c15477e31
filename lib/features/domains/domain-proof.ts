import 'server-only';
import { randomBytes } from 'node:crypto';
import { DOMAIN_PROOF_PREFIX } from '@/lib/edge/route';
import { derivedToken } from '@/lib/platform/secrets';

/**
 * How a check knows that it is this installation which answers for a domain, whatever stands between: it asks with a word made up for the
 * occasion, and only who has the master key knows the answer, made of the word and of the host name that reached us.
 */
export function domainProofPath(): { path: string; answer: string } {
  const answer = randomBytes(16).toString('hex');
  return { path: `${DOMAIN_PROOF_PREFIX}/${answer}`, answer };
}

/** @param host normal form without port @param word 32 hexadecimal digits */
export function domainProof(host: string, word: string): string {
  return derivedToken('domain proof', `${host} ${word}`);
}
