import type { DnsRecord } from './schema';

export interface Expectation {
  host: string;
  challenge: string;
  isApex: boolean;
  /** What names lead to with a CNAME. */
  target: string;
  /** What an apex leads to. */
  addresses: readonly string[];
}

export function challengeName(host: string): string {
  return `_portico-challenge.${host}`;
}

export function challengeValue(token: string): string {
  return `portico-challenge=${token}`;
}

/** The records that somebody has to make. An apex, where no CNAME may stand, gets addresses; where none are known, the target all the same. */
export function expectedRecords({ host, challenge, isApex, target, addresses }: Expectation): DnsRecord[] {
  const ownership: DnsRecord = {
    purpose: 'ownership',
    type: 'TXT',
    name: challengeName(host),
    value: challengeValue(challenge),
  };
  if (!isApex || addresses.length === 0)
    return [ownership, { purpose: 'routing', type: 'CNAME', name: host, value: target }];
  const routing = addresses.map((value): DnsRecord => ({
    purpose: 'routing',
    type: value.includes(':') ? 'AAAA' : 'A',
    name: host,
    value,
  }));
  return [ownership, ...routing];
}
