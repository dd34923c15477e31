import type { Surface } from './host';
import { noOrigins, type PolicyOrigins } from './host-policy';

/**
 * Names the edge sets on every request that reaches a page, an action or a route. Server code may trust them for one reason only:
 * the middleware deletes what the client sent under these names and writes its own. Where the middleware doesn't run
 * (`/_next/static`) there is no server code of ours.
 */
export const EDGE_HEADERS = {
  /** Normal form of the host (no port). Absent when the host is not a host name. */
  host: 'x-portico-host',
  surface: 'x-portico-surface',
  /** Path and query as the browser asked for them, before the rewrite. */
  path: 'x-portico-path',
  nonce: 'x-nonce',
  requestId: 'x-request-id',
  /** Known to this process alone: marks the requests that Next sends to itself for a redirect or a forwarded action. */
  proof: 'x-portico-proof',
} as const;

/** What the client may not say. `internal` is a request that carries this process's own proof. */
export function stripRequestHeaders(
  incoming: Headers,
  options: { trustsForwarded: boolean; internal: boolean },
): Headers {
  const kept = new Headers();
  for (const [name, value] of incoming) {
    if (!isStripped(name, options)) kept.append(name, value);
  }
  return kept;
}

function isStripped(name: string, options: { trustsForwarded: boolean; internal: boolean }): boolean {
  if (NEXT_NEEDS.has(name)) return false;
  if (OURS.test(name) || ALWAYS_STRIPPED.has(name)) return true;
  if (SELF_REQUEST_ONLY.has(name)) return !options.internal;
  if (FORWARDED.has(name)) return !options.trustsForwarded && !options.internal;
  return false;
}

const OURS = /^x-(?:middleware|tenant|portico|invoke|matched|now|nextjs)-/;
// Development tools of Next tag their requests with these two; they choose nothing on the server.
const NEXT_NEEDS = new Set(['x-nextjs-request-id', 'x-nextjs-html-request-id']);
const ALWAYS_STRIPPED = new Set([
  EDGE_HEADERS.nonce,
  EDGE_HEADERS.requestId,
  // Next takes the script nonce from this request header.
  'content-security-policy',
  'content-security-policy-report-only',
  'next-resume',
  'x-next-resume-state-length',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  // Spellings of "the real host, path or method" that some software between a proxy and an app believes.
  'forwarded',
  'proxy',
  'x-host',
  'x-original-host',
  'x-original-url',
  'x-rewrite-url',
  'x-forwarded-server',
  'x-forwarded-prefix',
  'x-forwarded-path',
  'x-forwarded-uri',
  'x-forwarded-scheme',
  'x-http-method-override',
  'x-http-method',
  'x-method-override',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'fastly-client-ip',
]);
// Next sends these to itself after an action. From outside they would drop cache entries or skip the render of an action.
const SELF_REQUEST_ONLY = new Set(['x-action-forwarded', 'x-next-revalidated-tags', 'x-next-revalidate-tag-token']);
// When these are gone Next writes them anew from the socket, so `x-forwarded-for` is then the true peer.
const FORWARDED = new Set([
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-forwarded-for',
  'x-forwarded-ssl',
]);

export type SecurityHeaders = { 'content-security-policy': string } & Record<string, string>;

/**
 * Tenants' own pictures: opened by themselves they run, load and submit nothing; a drawing may use its own styles. The policy is set
 * here because what the edge says outranks what a route says.
 */
const ASSETS = '/api/assets/';
const ASSET_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Headers of every answer. `https` only when a trusted proxy ended TLS: HSTS over plain HTTP is ignored at best. */
export function securityHeaders(
  surface: Surface['kind'],
  options: { nonce: string; https: boolean; development: boolean; pathname?: string; origins?: PolicyOrigins },
): SecurityHeaders {
  const site = surface === 'site';
  return {
    'content-security-policy': options.pathname?.startsWith(ASSETS)
      ? ASSET_POLICY
      : site
        ? sitePolicy(options)
        : pagePolicy(options),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy':
      'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=()',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': site ? 'SAMEORIGIN' : 'DENY',
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** Console and portal, and a custom host whose record is not known yet: only scripts that carry this request's nonce run. */
function pagePolicy({ nonce, https, development }: { nonce: string; https: boolean; development: boolean }): string {
  const evaluation = development ? " 'unsafe-eval'" : '';
  return policy({
    script: `'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    ancestors: "'none'",
    https,
    development,
  });
}

/**
 * Sites are cached as they are, so they can't carry a nonce; no session lives on a site host. What the site's own code may load from
 * elsewhere are origins that its people named.
 */
function sitePolicy({
  https,
  development,
  origins = noOrigins,
}: {
  https: boolean;
  development: boolean;
  origins?: PolicyOrigins;
}): string {
  const evaluation = development ? " 'unsafe-eval'" : '';
  return policy({ script: `'self' 'unsafe-inline'${evaluation}`, ancestors: "'self'", https, development, origins });
}

function policy({
  script,
  ancestors,
  https,
  development,
  origins = noOrigins,
}: {
  script: string;
  ancestors: string;
  https: boolean;
  development: boolean;
  origins?: PolicyOrigins;
}): string {
  const and = (kind: keyof PolicyOrigins): string => origins[kind].map((origin) => ` ${origin}`).join('');
  const directives = [
    "default-src 'self'",
    `script-src ${script}${and('script')}`,
    // No page of ours has code in an attribute, and none that a tenant wrote may.
    "script-src-attr 'none'",
    `style-src 'self' 'unsafe-inline'${and('style')}`,
    `img-src 'self' data: blob:${and('img')}`,
    `font-src 'self'${and('font')}`,
    `connect-src 'self'${development ? ' ws:' : ''}${and('connect')}`,
    `frame-src 'self'${and('frame')}`,
    `media-src 'self'${and('media')}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ];
  return directives.join('; ');
}
