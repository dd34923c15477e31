import 'server-only';
import { getServers } from 'node:dns';
import { Resolver } from 'node:dns/promises';
import { env } from './env';
import { storable } from './storable-text';

export type DnsType = 'TXT' | 'CNAME' | 'A' | 'AAAA' | 'CAA';

/** That a resolver does not answer, or says no, is an answer like any other: nothing here throws. */
export type DnsAnswer =
  | { kind: 'records'; values: string[]; ms: number }
  /** The name exists, without such a record. */
  | { kind: 'no_data'; ms: number }
  | { kind: 'no_name'; ms: number }
  | { kind: 'timeout' | 'failed' | 'unreachable'; ms: number };

export interface ServerAnswer {
  /** Address of the resolver, with its port where that is not 53. */
  server: string;
  answer: DnsAnswer;
}

/** One question to one resolver (RFC 1035) in real packets, past every cache of this machine. */
export async function askServer(server: string, name: string, type: DnsType): Promise<ServerAnswer> {
  const started = performance.now();
  const elapsed = (): number => Math.round(performance.now() - started);
  try {
    const values = (await query(server, name, type)).slice(0, VALUES_MAX).map(tame);
    const ms = elapsed();
    return { server, answer: values.length > 0 ? { kind: 'records', values, ms } : { kind: 'no_data', ms } };
  } catch (error) {
    return { server, answer: { kind: kindOf(error), ms: elapsed() } };
  }
}

/** The same question to every resolver at once, each answer kept apart. */
export function askServers(servers: readonly string[], name: string, type: DnsType): Promise<ServerAnswer[]> {
  return Promise.all(servers.map((server) => askServer(server, name, type)));
}

/** Those of DNS_SERVERS, else the system's own. No more than five: the answers are to be compared by a person. */
export function dnsServers(): string[] {
  const named = env().dnsServers;
  return (named.length > 0 ? named : getServers()).slice(0, 5);
}

const TIMEOUT_MS = 2_500;
/** More than an honest name has, and little enough to keep. */
const VALUES_MAX = 20;
const LETTERS_MAX = 500;

/** What a stranger wrote, as text that can be stored and shown. No record that we ask for is that long or has such characters. */
function tame(value: string): string {
  return storable(value).slice(0, LETTERS_MAX);
}

async function query(server: string, name: string, type: DnsType): Promise<string[]> {
  const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
  resolver.setServers([server]);
  switch (type) {
    case 'TXT':
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    case 'CNAME':
      return (await resolver.resolveCname(name)).map(bareName);
    case 'A':
      return resolver.resolve4(name);
    case 'AAAA':
      return resolver.resolve6(name);
    case 'CAA':
      return (await resolver.resolveCaa(name)).flatMap(({ issue, issuewild }) => [
        ...(issue === undefined ? [] : [`issue ${issue}`]),
        ...(issuewild === undefined ? [] : [`issuewild ${issuewild}`]),
      ]);
  }
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/\.$/, '');
}

function kindOf(error: unknown): 'no_data' | 'no_name' | 'timeout' | 'failed' | 'unreachable' {
  const { code } = error as { code?: string };
  if (code === 'ENODATA') return 'no_data';
  if (code === 'ENOTFOUND') return 'no_name';
  if (code === 'ETIMEOUT' || code === 'ECANCELLED') return 'timeout';
  return code === 'ECONNREFUSED' ? 'unreachable' : 'failed';
}
