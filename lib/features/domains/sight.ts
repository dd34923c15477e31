import type { Evidence, SeenAnswers } from './evidence';
import { challengeValue } from './expected-records';
import type { Sight } from './rules';

type Verdict = 'right' | 'wrong' | 'unknown';

/**
 * What most resolvers say. One alone may lie, and one that is silent says nothing: at least half of them have to answer, and more than
 * half of the answers have to agree.
 */
export function verdictOf(answers: SeenAnswers, isRight: (values: readonly string[]) => boolean): Verdict {
  const spoken = answers.filter(({ answer }) => ['records', 'no_data', 'no_name'].includes(answer.kind));
  if (spoken.length === 0 || spoken.length * 2 < answers.length) return 'unknown';
  const right = spoken.filter(({ answer }) => answer.kind === 'records' && isRight(answer.values)).length;
  if (right * 2 > spoken.length) return 'right';
  return (spoken.length - right) * 2 > spoken.length ? 'wrong' : 'unknown';
}

/** What follows from the evidence, without what only the directory knows. */
export function sightOf(evidence: Evidence, challenge: string): Omit<Sight, 'free'> {
  return {
    ownership: verdictOf(evidence.txt, (values) => values.includes(challengeValue(challenge))),
    routing: routingOf(evidence),
    certificate: certificateOf(evidence),
  };
}

/** Leads to us by name or by address; or somewhere else, from where we are reached all the same. */
export function routingOf(evidence: Evidence): Sight['routing'] {
  const byName = verdictOf(evidence.cname, (values) => values.includes(evidence.target));
  if (byName === 'right') return 'direct';
  const byAddress = verdictOf(mergeAddresses(evidence), (found) => leadsHere(found, evidence.addresses));
  if (byAddress === 'right') return 'direct';
  if (evidence.proof === 'ours') return 'proxied';
  return byName === 'unknown' || byAddress === 'unknown' ? 'unknown' : 'wrong';
}

/** All of them: one old address left over sends a part of the visitors elsewhere. */
export function leadsHere(found: readonly string[], ours: readonly string[]): boolean {
  return found.length > 0 && found.every((address) => ours.includes(address));
}

/** IPv4 and IPv6 of each resolver together. */
export function mergeAddresses({ a, aaaa }: Pick<Evidence, 'a' | 'aaaa'>): SeenAnswers {
  return a.map(({ server, answer }) => {
    const six = aaaa.find((each) => each.server === server)?.answer;
    const values = [answer, six].flatMap((each) => (each?.kind === 'records' ? each.values : []));
    const silent = [answer, six].find((each) => each && ['timeout', 'failed', 'unreachable'].includes(each.kind));
    if (values.length > 0) return { server, answer: { kind: 'records' as const, values, ms: answer.ms } };
    return { server, answer: silent ?? answer };
  });
}

function certificateOf({ certificate }: Evidence): Sight['certificate'] {
  if (certificate === null) return 'unseen';
  return certificate.fits ? 'valid' : 'faulty';
}
