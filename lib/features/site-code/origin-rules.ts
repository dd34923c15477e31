import { normaliseHost } from '@/lib/edge/host';
import { originKinds, type OriginKind, type Origins } from './schema';

export type OriginFault = 'originScheme' | 'originHost' | 'originPath' | 'originWildcard' | 'originOwn' | 'originTwice';

/**
 * What is wrong with an origin that a tenant names, or null. It is `https://` and a host name of two labels or more, with a port or
 * without, and at most `*.` before the last two labels.
 * @param ownNames names that belong to this service or to the tenant's own portal; everything under them is refused too
 */
export function originFault(origin: string, ownNames: readonly string[]): OriginFault | null {
  if (!origin.startsWith('https://')) return 'originScheme';
  const authority = origin.slice('https://'.length);
  if (/[/?#]/.test(authority)) return 'originPath';
  const wildcard = authority.startsWith('*.');
  const name = wildcard ? authority.slice(2) : authority;
  if (name.includes('*')) return 'originWildcard';
  const normal = normaliseHost(name);
  if (!normal.ok || !isWritten(name, normal) || !NAME.test(normal.host)) return 'originHost';
  // A wildcard over a name that is above one of ours would take ours in.
  const isOwn = ownNames.some((own) => isUnder(normal.host, own) || (wildcard && isUnder(own, normal.host)));
  return isOwn ? 'originOwn' : null;
}

/** Each kind's faults by form field, such as `origins.script`. */
export function originFaults(origins: Origins, ownNames: readonly string[]): Record<string, OriginFault> {
  const faults: Record<string, OriginFault> = {};
  for (const kind of originKinds) {
    const fault = listFault(origins[kind], ownNames);
    if (fault !== null) faults[`origins.${kind}`] = fault;
  }
  return faults;
}

/** The directives of a policy take them as they are: nothing else than what passed gets there, also from an old row. */
export function cleanOrigins(origins: Origins, ownNames: readonly string[]): Origins {
  const pick = (kind: OriginKind): string[] => origins[kind].filter((origin) => originFault(origin, ownNames) === null);
  return Object.fromEntries(originKinds.map((kind) => [kind, pick(kind)])) as Origins;
}

/** Two labels at least, the last with a letter: neither an address in numbers nor a name of a private network alone. */
const NAME = /^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*$/;

function listFault(list: readonly string[], ownNames: readonly string[]): OriginFault | null {
  for (const origin of list) {
    const fault = originFault(origin, ownNames);
    if (fault !== null) return fault;
  }
  return new Set(list).size === list.length ? null : 'originTwice';
}

/** As it will be compared: lower case, punycode, no dot at the end. */
function isWritten(name: string, normal: { host: string; port?: number }): boolean {
  return name === (normal.port === undefined ? normal.host : `${normal.host}:${normal.port}`);
}

function isUnder(host: string, name: string): boolean {
  return host === name || host.endsWith(`.${name}`);
}
