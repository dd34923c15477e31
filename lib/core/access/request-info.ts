import 'server-only';
import type { RequestInfo } from './context';
import { EDGE_HEADERS } from '@/lib/edge/headers';
import { isTrustedProxy } from '@/lib/platform/trusted-proxies';

interface HeaderBag {
  get(name: string): string | null;
}

/** The normal form of the host that was asked for. Only the edge writes this header. */
export function requestedHost(headers: HeaderBag): string {
  return headers.get(EDGE_HEADERS.host) ?? '';
}

/** Path and query as the browser asked for them, before the rewrite; always starts with one slash. */
export function requestedPath(headers: HeaderBag): string {
  return headers.get(EDGE_HEADERS.path) ?? '/';
}

export function requestInfo(headers: HeaderBag): RequestInfo {
  return {
    requestId: headers.get(EDGE_HEADERS.requestId) ?? '',
    ip: clientIp(headers),
    userAgent: headers.get('user-agent'),
  };
}

/**
 * Without trusted proxies the edge deletes X-Forwarded-For and the server writes the socket's peer into it. With proxies each of
 * them appends, so the right-most address that is not one of theirs is the client; anything left of it is hearsay.
 */
function clientIp(headers: HeaderBag): string | null {
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((hop) => plainAddress(hop.trim()))
    .filter(Boolean);
  return hops.reverse().find((hop) => !isTrustedProxy(hop)) ?? null;
}

function plainAddress(address: string): string {
  return address.replace(/^::ffff:/, '');
}
