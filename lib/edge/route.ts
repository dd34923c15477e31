import type { Surface } from './host';
import { isSitePage } from './site-draft';

export type RouteDecision = { kind: 'rewrite'; pathname: string } | { kind: 'not-found'; answer: 'page' | 'problem' };

/**
 * Where a request goes. The answer is always an explicit path, also when nothing changes: what was checked here is then
 * exactly what Next routes, and no second reading of the raw URL (dot segments, `_next/data`, `.rsc`) can differ from it.
 *
 * @param pathname as the URL parser gives it: dot segments resolved, escapes kept
 * @param claimsDraft the browser says that it may see a draft of a site's brand
 */
export function decideRoute(surface: Surface, pathname: string, claimsDraft = false): RouteDecision {
  const answer = isProgramPath(pathname) ? 'problem' : 'page';
  if (!isPlainPath(pathname) || pathname === IMAGE_OPTIMISER) return { kind: 'not-found', answer };
  if (isProbePath(pathname) || isDomainProof(pathname)) return { kind: 'rewrite', pathname };
  if (surface.kind === 'invalid') return { kind: 'not-found', answer };
  if (isProgramPath(pathname) || isFrameworkPath(pathname)) return { kind: 'rewrite', pathname };

  switch (surface.kind) {
    case 'console':
      return isInternalPath(pathname) ? { kind: 'not-found', answer } : { kind: 'rewrite', pathname };
    case 'root':
      return isRootPath(pathname)
        ? { kind: 'rewrite', pathname: join('/find', pathname) }
        : { kind: 'not-found', answer };
    default: {
      const folder = claimsDraft && surface.kind === 'site' && isSitePage(pathname) ? 'draft' : surface.kind;
      return { kind: 'rewrite', pathname: join(`/hosts/${surface.host}/${folder}`, pathname) };
    }
  }
}

/** Whether a tenant host's request goes under the host's own folder: pages and its files. */
export function isMovedUnderHost(pathname: string): boolean {
  return !isProgramPath(pathname) && !isFrameworkPath(pathname) && !isDomainProof(pathname);
}

/** Where a domain that is not in service yet proves that it leads to us (lib/features/domains/domain-proof). */
export const DOMAIN_PROOF_PREFIX = '/.well-known/portico-domain';

const PROGRAM_PREFIXES = ['/api', '/ofrep', '/scim', '/healthz', '/readyz', '/metrics'];
// Orchestrators, the TLS terminator and the edge itself ask by address, before any host is known.
const PROBES = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/api/internal/tls/ask',
  '/api/internal/tls/traefik',
  '/api/internal/hosts/policy',
];
const INTERNAL_SEGMENTS = ['hosts', 'find'];
// Next's image optimiser fetches paths past the edge and caches what it gets by path, for all hosts alike.
const IMAGE_OPTIMISER = '/_next/image';
const ROOT_FILES = ['/', '/robots.txt', '/favicon.ico', '/manifest.webmanifest'];

/** Paths that programs call: they are not moved under the host; their routes resolve it from `x-portico-host`. */
function isProgramPath(pathname: string): boolean {
  return PROGRAM_PREFIXES.some((prefix) => isUnder(pathname, prefix));
}

function isProbePath(pathname: string): boolean {
  return PROBES.includes(pathname);
}

function isDomainProof(pathname: string): boolean {
  return new RegExp(`^${DOMAIN_PROOF_PREFIX}/[0-9a-f]{32}$`).test(pathname);
}

/** Next's own endpoints (`/_next/…`, the development overlay) and plain files of `public/static`. */
function isFrameworkPath(pathname: string): boolean {
  return isUnder(pathname, '/_next') || isUnder(pathname, '/static') || pathname.startsWith('/__nextjs');
}

function isRootPath(pathname: string): boolean {
  return ROOT_FILES.includes(pathname) || isUnder(pathname, '/.well-known');
}

/** The folders behind the rewrite. Next compares segments literally, but a decoder that differs from ours must find nothing either. */
function isInternalPath(pathname: string): boolean {
  const segments = decodeURIComponent(pathname).toLowerCase().split('/');
  return INTERNAL_SEGMENTS.some((internal) => segments[1]?.trim() === internal);
}

/** No path of ours needs an escaped slash, backslash, dot segment or control character, so a path that has one is a trick. */
function isPlainPath(pathname: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return false;
  }
  // A second layer of escapes would be opened by whoever decodes once more.
  if (/%(?:25)*(?:2e|2f|5c|00)/i.test(pathname) || /%(?:2e|2f|5c|00)/i.test(decoded)) return false;
  return (
    !/[\p{Cc}\\]|\/\//u.test(decoded) && !decoded.split('/').some((segment) => segment === '.' || segment === '..')
  );
}

function isUnder(pathname: string, prefix: string): boolean {
  return pathname === prefix || pathname.startsWith(`${prefix}/`);
}

function join(prefix: string, pathname: string): string {
  return pathname === '/' ? prefix : `${prefix}${pathname}`;
}
