import { kindOfAddress } from '@/lib/platform/public-address';
import type { Evidence, SeenAnswers } from './evidence';
import { challengeName, challengeValue, expectedRecords } from './expected-records';
import type { DnsRecord, Finding, RecordSeen } from './schema';
import { leadsHere, mergeAddresses, routingOf, verdictOf } from './sight';

export interface Patient {
  host: string;
  challenge: string;
  isApex: boolean;
  /** Whoever signs the certificates, as CAA records name them. */
  caaIssuer: string;
  evidence: Evidence;
}

/** What is wrong with the records of a domain, and the exact fix; what is right too, so that nothing is left to be guessed. */
export function diagnose(patient: Patient): Finding[] {
  return [
    ...resolverFindings(patient.evidence.txt),
    ...ownershipFindings(patient),
    ...routingFindings(patient),
    ...caaFindings(patient),
    ...certificateFindings(patient),
  ];
}

/** Each record beside what each resolver says of it. */
export function compareRecords({ host, challenge, isApex, evidence }: Omit<Patient, 'caaIssuer'>): RecordSeen[] {
  const { target, addresses } = evidence;
  return expectedRecords({ host, challenge, isApex, target, addresses }).map((record) => ({
    record,
    seen: answersFor(record, evidence).map(({ server, answer }) => {
      const { ms } = answer;
      if (answer.kind === 'records') {
        const state = isRight(record, answer.values, evidence) ? 'right' : 'wrong';
        return { server, state, found: answer.values, ms } as const;
      }
      const missing = answer.kind === 'no_data' || answer.kind === 'no_name';
      return { server, state: missing ? 'missing' : 'silent', found: [], ms } as const;
    }),
  }));
}

function answersFor({ type }: DnsRecord, evidence: Evidence): SeenAnswers {
  switch (type) {
    case 'TXT':
      return evidence.txt;
    case 'CNAME':
      // Where a provider flattens the CNAME, only addresses are seen.
      return evidence.cname.map((each, at) =>
        each.answer.kind === 'records' ? each : (mergeAddresses(evidence)[at] ?? each),
      );
    case 'A':
      return evidence.a;
    case 'AAAA':
      return evidence.aaaa;
  }
}

function isRight({ type, value }: DnsRecord, found: readonly string[], evidence: Evidence): boolean {
  return found.includes(value) || (type === 'CNAME' && leadsHere(found, evidence.addresses));
}

const SLOW_MS = 1_500;

function resolverFindings(answers: SeenAnswers): Finding[] {
  return answers.flatMap(({ server, answer }): Finding[] => {
    if (answer.kind === 'timeout' || answer.kind === 'unreachable' || answer.kind === 'failed')
      return [finding('info', `resolver_${answer.kind}`, { server })];
    return answer.ms > SLOW_MS
      ? [finding('info', 'resolver_slow', { server, seconds: Math.round(answer.ms / 100) / 10 })]
      : [];
  });
}

function ownershipFindings({ host, challenge, evidence }: Patient): Finding[] {
  const [name, value] = [challengeName(host), challengeValue(challenge)];
  const verdict = verdictOf(evidence.txt, (values) => values.includes(value));
  const found = valuesOf(evidence.txt);
  if (verdict === 'right') {
    const old = found.filter((each) => each !== value && each.startsWith('portico-challenge='));
    return [
      finding('positive', 'txt_right'),
      ...old.map((each) => finding('info', 'txt_leftover', { name, value: each })),
    ];
  }
  if (found.includes(value)) return [finding('info', 'txt_spreading', { name, ...countOf(evidence.txt, value) })];
  if (valuesOf(evidence.txtDoubled).includes(value))
    return [finding('negative', 'txt_doubled', { name, wrong: challengeName(`${host}.${host}`), host })];
  if (valuesOf(evidence.txtBare).includes(value)) return [finding('negative', 'txt_bare', { name, host })];
  if (found.length > 0)
    return [
      finding('negative', found.length > 1 ? 'txt_several_wrong' : 'txt_wrong', {
        name,
        value,
        found: found.join(', '),
      }),
    ];
  return [
    finding(verdict === 'unknown' ? 'info' : 'negative', verdict === 'unknown' ? 'txt_unknown' : 'txt_missing', {
      name,
      value,
    }),
  ];
}

function routingFindings(patient: Patient): Finding[] {
  const { host, isApex, evidence } = patient;
  const { target, addresses } = evidence;
  const names = valuesOf(evidence.cname);
  const found = valuesOf(mergeAddresses(evidence));
  const old = found.filter((address) => !addresses.includes(address));
  const values = { host, target, addresses: addresses.join(', '), found: [...names, ...found].join(', ') };
  const apex = isApex && names.length > 0 ? [finding('warning', 'cname_at_apex', values)] : [];
  const routing = routingOf(evidence);
  if (routing === 'direct') return [finding('positive', 'routing_right'), ...apex];
  if (routing === 'proxied') return [finding('positive', 'routing_proxied', values), ...apex];
  if (routing === 'unknown' && names.includes(target))
    return [finding('info', 'routing_spreading', { host, ...countOf(evidence.cname, target) })];
  const mixed = found.length > old.length && old.length > 0;
  if (mixed && allSay(evidence, old))
    return old.map((address) => finding('negative', address.includes(':') ? 'old_aaaa' : 'old_a', { host, address }));
  if (routing === 'unknown') return [finding('info', 'routing_unknown', { host })];
  if (names.length + found.length === 0)
    return [finding('negative', isApex && addresses.length > 0 ? 'apex_missing' : 'cname_missing', values)];
  const key = isApex && addresses.length > 0 ? 'apex_wrong' : names.length > 0 ? 'cname_wrong' : 'address_instead';
  return [finding('negative', key, values), ...proxyFindings(patient)];
}

function proxyFindings({ host, evidence }: Patient): Finding[] {
  switch (evidence.proof) {
    case 'foreign':
      return [finding('info', 'proxy_foreign', { host })];
    case 'silent':
      return [finding('info', 'proxy_silent', { host })];
    case 'refused':
      return unreachableFindings(host, evidence);
    default:
      return [];
  }
}

/** Addresses where no visitor gets, each kind in its own words. */
function unreachableFindings(host: string, evidence: Evidence): Finding[] {
  const found = valuesOf(mergeAddresses(evidence));
  return (['private', 'documentation', 'reserved'] as const).flatMap((kind) => {
    const addresses = found.filter((address) => kindOfAddress(address) === kind).join(', ');
    return addresses === '' ? [] : [finding('warning', `address_${kind}`, { host, addresses })];
  });
}

/** Several resolvers that agree: left over, not under way. */
function allSay(evidence: Evidence, old: readonly string[]): boolean {
  return verdictOf(mergeAddresses(evidence), (values) => old.some((address) => values.includes(address))) === 'right';
}

function caaFindings({ host, caaIssuer, evidence }: Patient): Finding[] {
  const issuers = valuesOf(evidence.caa)
    .filter((value) => value.startsWith('issue '))
    .map((value) => (value.slice('issue '.length).split(';')[0] ?? '').trim());
  if (issuers.length === 0 || issuers.includes(caaIssuer)) return [];
  const found = issuers.filter((issuer) => issuer !== '').join(', ') || '—';
  return [finding('negative', 'caa_forbids', { host, issuer: caaIssuer, found, record: `0 issue "${caaIssuer}"` })];
}

function certificateFindings({ host, evidence: { certificate } }: Patient): Finding[] {
  if (certificate === null) return [];
  if (certificate.fits) return [finding('positive', 'certificate_right', { issuer: certificate.issuer })];
  return [
    finding('warning', certificate.coversHost ? 'certificate_expired' : 'certificate_other', {
      host,
      issuer: certificate.issuer,
    }),
  ];
}

function valuesOf(answers: SeenAnswers): string[] {
  return [...new Set(answers.flatMap(({ answer }) => (answer.kind === 'records' ? answer.values : [])))];
}

function countOf(answers: SeenAnswers, value: string): { count: number; total: number } {
  const count = answers.filter(({ answer }) => answer.kind === 'records' && answer.values.includes(value)).length;
  return { count, total: answers.length };
}

function finding(tone: Finding['tone'], key: string, values: Finding['values'] = {}): Finding {
  return { key, tone, values };
}
