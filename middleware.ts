import { NextResponse, type NextRequest } from 'next/server';
import { edgeConfig, type EdgeConfig } from '@/lib/edge/config';
import { effectiveHost, isInternalRequest, type EffectiveHost } from '@/lib/edge/effective-host';
import { EDGE_HEADERS, securityHeaders, stripRequestHeaders } from '@/lib/edge/headers';
import { chooseSurface, type Surface } from '@/lib/edge/host';
import { noOrigins, policyMemory, type HostPolicy, type PolicyOrigins } from '@/lib/edge/host-policy';
import { edgeLanguage, neutralNotFound, neutralUnavailable, type NeutralAnswer } from '@/lib/edge/not-found';
import { decideRoute, isMovedUnderHost } from '@/lib/edge/route';
import { brandPreviewCookie } from '@/lib/edge/site-draft';
import { isOpenPath, leadsToPrimary, opensGate, siteGateCookie, UNLOCK_PATH } from '@/lib/edge/site-gate';

// Only files that the build itself produced bypass the edge; none of them runs code of ours or reads a tenant's data.
export const config = { matcher: ['/((?!_next/static/).*)'] };

export async function middleware(request: NextRequest): Promise<NextResponse> {
  const settings = edgeConfig();
  const seen = seeHost(request, settings);
  const { pathname, search } = request.nextUrl;

  const policy = await policyFor(seen.surface, pathname);
  const surface = settle(seen.surface, policy);
  const context = readRequest(request, { ...seen, surface }, settings, policyOf(policy)?.origins ?? noOrigins);
  const response = await respond(request, context, policy, { pathname, search });

  for (const [name, value] of Object.entries(context.responseHeaders)) response.headers.set(name, value);
  return response;
}

interface SeenHost {
  host: EffectiveHost;
  surface: Surface;
  trust: { trustsForwarded: boolean; internal: boolean };
}

function seeHost(request: NextRequest, settings: EdgeConfig): SeenHost {
  const trust = { trustsForwarded: settings.trustsForwarded, internal: isInternalRequest(request.headers, proof) };
  const host = effectiveHost(request.headers, trust);
  return { host, trust, surface: host.normal.ok ? chooseSurface(host.normal.host, settings) : { kind: 'invalid' } };
}

type Policy = HostPolicy | 'nobody' | 'unavailable' | null;

/** Asked for what a name does not tell: whose a custom domain is, and what a site's visitors may see and load. */
async function policyFor(surface: Surface, pathname: string): Promise<Policy> {
  if ((surface.kind !== 'custom' && surface.kind !== 'site') || !isMovedUnderHost(pathname)) return null;
  return policies(surface.host);
}

function policyOf(policy: Policy): HostPolicy | null {
  return typeof policy === 'object' ? policy : null;
}

/** A custom domain is what its record says; a site's name whose record says otherwise is nobody's. */
function settle(surface: Surface, policy: Policy): Surface {
  if (policy === 'nobody') return { kind: 'invalid' };
  if (policy === null || policy === 'unavailable' || !('host' in surface)) return surface;
  return { kind: policy.surface, slug: '', host: surface.host };
}

async function respond(
  request: NextRequest,
  context: RequestContext,
  policy: Policy,
  { pathname, search }: { pathname: string; search: string },
): Promise<NextResponse> {
  if (policy === 'unavailable') return answer(503, neutralUnavailable(languageOf(request)));
  const claimsDraft = request.cookies.has(brandPreviewCookie(context.https));
  const decision = decideRoute(context.surface, pathname, claimsDraft);
  if (decision.kind === 'not-found') return answer(404, neutralNotFound(decision.answer, languageOf(request)));
  const known = policyOf(policy);
  if (known === null) return rewrite(request, context, decision.pathname);
  if (known.redirectTo !== null && leadsToPrimary(pathname)) return redirect(`${known.redirectTo}${pathname}${search}`);
  if (known.gate === null) return rewrite(request, context, decision.pathname);

  // What a password opens is nobody else's to keep.
  context.responseHeaders['cache-control'] = 'private, no-store';
  const cookie = request.cookies.get(siteGateCookie(context.https))?.value;
  if (isOpenPath(pathname) || (await opensGate(cookie, known.gate)))
    return rewrite(request, context, decision.pathname);
  const form = decideRoute(context.surface, UNLOCK_PATH);
  return form.kind === 'rewrite' && ['GET', 'HEAD'].includes(request.method)
    ? rewrite(request, context, form.pathname)
    : answer(404, neutralNotFound('page', languageOf(request)));
}

interface RequestContext {
  surface: Surface;
  https: boolean;
  requestHeaders: Headers;
  responseHeaders: Record<string, string>;
}

const proof = crypto.randomUUID();

function readRequest(
  request: NextRequest,
  { host, surface, trust }: SeenHost,
  settings: EdgeConfig,
  origins: PolicyOrigins,
): RequestContext {
  // A site's pages are cached as they are: their policy knows no nonce.
  const nonce = surface.kind === 'site' ? '' : makeNonce();
  const requestId = crypto.randomUUID();

  const security = securityHeaders(surface.kind, {
    nonce,
    https: host.https,
    development: settings.development,
    pathname: request.nextUrl.pathname,
    origins,
  });

  const headers = stripRequestHeaders(request.headers, trust);
  // Next compares an action's Origin with this header, so it must be the host we decided on.
  headers.set('x-forwarded-host', host.authority);
  // Next reads the nonce for its own scripts from here.
  headers.set('content-security-policy', security['content-security-policy']);
  if (host.normal.ok) headers.set(EDGE_HEADERS.host, host.normal.host);
  headers.set(EDGE_HEADERS.surface, surface.kind);
  headers.set(EDGE_HEADERS.path, request.nextUrl.pathname + request.nextUrl.search);
  if (nonce !== '') headers.set(EDGE_HEADERS.nonce, nonce);
  headers.set(EDGE_HEADERS.requestId, requestId);
  headers.set(EDGE_HEADERS.proof, proof);
  return {
    surface,
    https: host.https,
    requestHeaders: headers,
    responseHeaders: { ...security, [EDGE_HEADERS.requestId]: requestId },
  };
}

function makeNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

function rewrite(request: NextRequest, context: RequestContext, pathname: string): NextResponse {
  // `pathname` is checked and starts with one slash. A plain URL: Next's own is parsed and written anew at every step.
  const target = new URL(pathname + request.nextUrl.search, request.url);
  return NextResponse.rewrite(target, { request: { headers: context.requestHeaders } });
}

function answer(status: number, { body, headers }: NeutralAnswer): NextResponse {
  return new NextResponse(body, { status, headers });
}

function languageOf({ cookies, headers }: NextRequest): ReturnType<typeof edgeLanguage> {
  return edgeLanguage((name) => cookies.get(name)?.value, headers.get('accept-language'));
}

/** Permanent, and with the method kept (RFC 9110 § 15.4.9). The target is a stored origin and a checked path. */
function redirect(target: string): NextResponse {
  return new NextResponse(null, { status: 308, headers: { location: target, 'cache-control': 'no-store' } });
}

/** The server that is behind this edge. It answers what comes from its own machine alone. */
const policies = policyMemory(async (host) => {
  const port = process.env.PORT || '3000';
  const response = await fetch(`http://127.0.0.1:${port}/api/internal/hosts/policy?host=${encodeURIComponent(host)}`, {
    signal: AbortSignal.timeout(2_500),
    cache: 'no-store',
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return (await response.json()) as HostPolicy;
});
