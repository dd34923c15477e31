import { remembered } from './remembered';
import { isReservedSlug } from './reserved-slugs';
import { hasSlugShape } from './slug';

export type NormalHost = { readonly ok: true; readonly host: string; readonly port?: number } | { readonly ok: false };

export type Surface =
  | { kind: 'console' }
  | { kind: 'root' }
  | { kind: 'portal'; slug: string; host: string }
  | { kind: 'site'; slug: string; host: string }
  | { kind: 'custom'; host: string }
  | { kind: 'invalid' };

export interface HostDomains {
  /** May carry a port (`localhost:3000`); only the name is compared. */
  rootDomain: string;
  sitesDomain: string;
}

/**
 * The one normal form of a host name: lower case, punycode, no trailing dot, port apart (RFC 1035, 5891, WHATWG host parsing).
 * Every comparison and every stored host uses it, so two spellings of a name can never be two hosts.
 */
export const normaliseHost = remembered({ entries: 2_000, length: 512 }, (raw): NormalHost => {
  if (raw.length === 0 || raw.length > MAX_RAW_LENGTH || FORBIDDEN.test(raw)) return { ok: false };
  const parts = AUTHORITY.exec(raw);
  const name = parts?.[1];
  if (name === undefined) return { ok: false };
  const port = parsePort(parts?.[2]);
  if (port === 'invalid') return { ok: false };
  const host = name.startsWith('[') ? parseName(name) : parseDomain(name);
  if (host === undefined) return { ok: false };
  return port === undefined ? { ok: true, host } : { ok: true, host, port };
});

/**
 * Decides by name alone which surface a host belongs to. It never says that a tenant exists: the host table has the last word.
 * `invalid` is a name under our own domains that can't be anybody's; it is answered like every unknown host.
 */
export function chooseSurface(host: string, domains: HostDomains): Surface {
  const root = nameOf(domains.rootDomain);
  const sites = nameOf(domains.sitesDomain);
  if (host === root) return { kind: 'root' };
  if (host === `console.${root}`) return { kind: 'console' };
  if (host === sites) return { kind: 'invalid' };

  // One domain may lie under the other (`sites.localhost` under `localhost`): the longer suffix is the closer owner.
  const suffixes = [{ kind: 'portal', domain: root } as const, { kind: 'site', domain: sites } as const];
  const owner = suffixes
    .filter(({ domain }) => host.endsWith(`.${domain}`))
    .sort((a, b) => b.domain.length - a.domain.length)[0];
  if (owner === undefined) return { kind: 'custom', host };

  const slug = host.slice(0, -(owner.domain.length + 1));
  if (!hasSlugShape(slug) || isReservedSlug(slug)) return { kind: 'invalid' };
  return { kind: owner.kind, slug, host };
}

const MAX_RAW_LENGTH = 512;
// Anything that would make a URL parser see more than a host: path, query, userinfo, escapes, lists, blanks, controls.
const FORBIDDEN = /[\s\p{Cc}/\\@?#%,;<>"'`^{|}_]/u;
const AUTHORITY = /^(\[[0-9a-fA-F:.]+\]|[^:[\]]+)(?::(\d{1,5}))?$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function parsePort(text: string | undefined): number | undefined | 'invalid' {
  if (text === undefined) return undefined;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : 'invalid';
}

function parseDomain(name: string): string | undefined {
  const parsed = parseName(name);
  if (parsed === undefined) return undefined;
  // The ideographic full stop becomes a dot only while parsing, so the trailing dot is cut afterwards.
  const host = parsed.endsWith('.') ? parsed.slice(0, -1) : parsed;
  if (host.length > 253 || !host.split('.').every((label) => LABEL.test(label))) return undefined;
  // A cut dot can turn a name into an address (`127.0.0.1.`): parse again so that the form is stable.
  return host === parsed ? host : parseName(host);
}

function parseName(name: string): string | undefined {
  try {
    return new URL(`http://${name}/`).hostname;
  } catch {
    return undefined;
  }
}

function nameOf(domain: string): string {
  const normal = normaliseHost(domain);
  // A bad domain stops the start in env validation; here it only must not match anything.
  return normal.ok ? normal.host : '\u0000';
}
