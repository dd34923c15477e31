import { NextResponse, type NextRequest } from 'next/server';
import { edgeConfig, type EdgeConfig } from '@/lib/edge/config';
import { effectiveHost, isInternalRequest } from '@/lib/edge/effective-host';
import { EDGE_HEADERS, securityHeaders, stripRequestHeaders } from '@/lib/edge/headers';
import { chooseSurface, type Surface } from '@/lib/edge/host';
import { neutralNotFound } from '@/lib/edge/not-found';
import { decideRoute } from '@/lib/edge/route';

// Only files that the build itself produced bypass the edge; none of them runs code of ours or reads a tenant's data.
export const config = { matcher: ['/((?!_next/static/).*)'] };

export function middleware(request: NextRequest): NextResponse {
  const settings = edgeConfig();
  const context = readRequest(request, settings);
  const decision = decideRoute(context.surface, request.nextUrl.pathname);
  const response =
    decision.kind === 'rewrite' ? rewrite(request, context, decision.pathname) : notFound(decision.answer);

  for (const [name, value] of Object.entries(context.responseHeaders)) response.headers.set(name, value);
  return response;
}

interface RequestContext {
  surface: Surface;
  requestHeaders: Headers;
  responseHeaders: Record<string, string>;
}

const proof = crypto.randomUUID();

function readRequest(request: NextRequest, settings: EdgeConfig): RequestContext {
  const trust = { trustsForwarded: settings.trustsForwarded, internal: isInternalRequest(request.headers, proof) };
  const host = effectiveHost(request.headers, trust);
  const surface: Surface = host.normal.ok ? chooseSurface(host.normal.host, settings) : { kind: 'invalid' };
  // A site's pages are cached as they are: their policy knows no nonce.
  const nonce = surface.kind === 'site' ? '' : makeNonce();
  const requestId = crypto.randomUUID();

  const security = securityHeaders(surface.kind, {
    nonce,
    https: host.https,
    development: settings.development,
    pathname: request.nextUrl.pathname,
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
  return { surface, requestHeaders: headers, responseHeaders: { ...security, [EDGE_HEADERS.requestId]: requestId } };
}

function makeNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}

function rewrite(request: NextRequest, context: RequestContext, pathname: string): NextResponse {
  // `pathname` is checked and starts with one slash. A plain URL: Next's own is parsed and written anew at every step.
  const target = new URL(pathname + request.nextUrl.search, request.url);
  return NextResponse.rewrite(target, { request: { headers: context.requestHeaders } });
}

function notFound(answer: 'page' | 'problem'): NextResponse {
  const { body, contentType } = neutralNotFound(answer);
  return new NextResponse(body, { status: 404, headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}
