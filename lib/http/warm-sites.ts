import 'server-only';
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, Server, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { edgeConfig, type EdgeConfig } from '@/lib/edge/config';
import { EDGE_HEADERS } from '@/lib/edge/headers';
import { chooseSurface, normaliseHost } from '@/lib/edge/host';
import { onChange } from '@/lib/platform/change-bus';
import { staleTags } from './site-cache';

/**
 * Answers again what a site has just answered, before the edge and the router are asked (docs/decisions/0017). Only pages that Next
 * itself took from its page cache are remembered, as they left, for a quarter of a second; a change of anything that sites show
 * forgets them all.
 */
export function serveWarmSites(): void {
  if (memory.serving) return;
  memory.serving = true;
  const config = edgeConfig();
  onChange((change) => {
    if (staleTags(change).length > 0) forgetWarmSites();
  });
  // Node tells of a request before the server hears of it, and which server that is.
  subscribe('http.server.request.start', (message) => standBefore((message as { server: Server }).server, config));
}

/** To be called when pages were dropped: what was answered or is being answered until now is not answered again. */
export function forgetWarmSites(): void {
  memory.pages.clear();
  memory.generation += 1;
}

interface WarmPage {
  headers: OutgoingHttpHeaders;
  body: Buffer;
  keptAt: number;
}

/**
 * On top of what the host directory (3 s) and the edge (0.5 s) may be behind when a message is lost: together less than five seconds
 * after a suspension, also where an answer took long to be made. Under load that is when it is needed most.
 */
const WARM_MS = 250;
const RENDER_MS = 1_000;
const BYTES_MAX = 32 * 1024 * 1024;
const PAGE_BYTES_MAX = 512 * 1024;

/** One memory per process, also where Next loads this module twice: a route forgets what the start remembers. */
const registry = globalThis as unknown as {
  porticoWarmSites?: { pages: LRUCache<string, WarmPage>; generation: number; serving: boolean };
};
const memory = (registry.porticoWarmSites ??= {
  pages: new LRUCache<string, WarmPage>({
    maxSize: BYTES_MAX,
    sizeCalculation: ({ body }, key) => body.length + key.length + 1_000,
  }),
  generation: 0,
  serving: false,
});

const guarded = new WeakSet<Server>();

function standBefore(server: Server, config: EdgeConfig): void {
  if (guarded.has(server)) return;
  guarded.add(server);
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const key = warmKey(request, config);
    const page = key === null ? undefined : memory.pages.get(key);
    if (page !== undefined && performance.now() - page.keptAt < WARM_MS) return answer(response, page);
    if (key !== null) listenTo(response, key);
    for (const listener of listeners) listener.call(server, request, response);
  });
}

/**
 * What an answer depends on, as one text; null for a request that may get an answer of its own. Named are the headers that may stand
 * there, not those that may not: whoever shows a cookie, asks for a part, or comes from Next itself is not answered here. The
 * host is one tenant's (RFC 9110 § 7.2), so it stands for the tenant.
 */
export function warmKey(
  { method, url, headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  { trustsForwarded, ...names }: EdgeConfig,
): string | null {
  if (method !== 'GET' || url === undefined || !PLAIN_PATH.test(url)) return null;
  for (const name in headers) {
    if (!SAYS_NOTHING.test(name) && !(trustsForwarded && FORWARDED.test(name))) return null;
  }
  const { host = '', 'x-forwarded-host': forwardedHost = host, 'x-forwarded-proto': scheme = 'http' } = headers;
  // Next's own edge takes a single value alone; so does this.
  if (typeof forwardedHost !== 'string' || typeof scheme !== 'string' || !/^https?$/.test(scheme)) return null;
  if (!isForSites(forwardedHost, { trustsForwarded, ...names })) return null;
  // Compressed answers are remembered as they left.
  return JSON.stringify([scheme, forwardedHost, url, headers['accept-encoding'] ?? '']);
}

const PLAIN_PATH = /^\/[\w./~-]{0,300}$/;
const SAYS_NOTHING =
  /^(?:host|connection|keep-alive|user-agent|accept|accept-encoding|accept-language|cache-control|pragma|dnt|priority|referer|save-data|te|upgrade-insecure-requests|sec-fetch-(?:dest|mode|site|user)|sec-ch-ua(?:-mobile|-platform)?|sec-gpc)$/;
const FORWARDED = /^(?:x-forwarded-(?:host|proto|for|port)|via)$/;

/** A name of 253 characters (RFC 1035 § 2.3.4) and a port; longer ones are nobody's, and are not remembered. */
const AUTHORITY_MAX = 260;
const eligible = new LRUCache<string, boolean>({ max: 2_000 });

/** A name below the sites' domain, or one that only its record explains: what is remembered for it says whether it was a site. */
function isForSites(authority: string, config: EdgeConfig): boolean {
  if (authority.length > AUTHORITY_MAX) return false;
  let known = eligible.get(authority);
  if (known === undefined) {
    const normal = normaliseHost(authority);
    known = normal.ok && ['site', 'custom'].includes(chooseSurface(normal.host, config).kind);
    eligible.set(authority, known);
  }
  return known;
}

function answer(response: ServerResponse, { headers, body }: WarmPage): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.setHeader(EDGE_HEADERS.requestId, randomUUID());
  response.setHeader('content-length', body.length);
  response.end(body);
}

/** Takes down what goes out, and keeps it if it turns out to be a page for everybody and nothing changed meanwhile. */
function listenTo(response: ServerResponse, key: string): void {
  const { generation } = memory;
  const askedAt = performance.now();
  // When it began to leave: what takes long to arrive is not younger for it.
  let keptAt: number | undefined;
  let parts: Buffer[] | null = [];
  let bytes = 0;
  const take = (chunk: unknown, encoding: unknown): void => {
    keptAt ??= performance.now();
    if (!isPage(response)) parts = null;
    if (parts === null || (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))) return;
    const part =
      typeof chunk === 'string' ? Buffer.from(chunk, encoding === 'latin1' ? 'latin1' : 'utf8') : Buffer.from(chunk);
    bytes += part.length;
    parts.push(part);
    if (bytes > PAGE_BYTES_MAX) parts = null;
  };
  const [write, end] = [response.write, response.end];
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    take(args[0], args[1]);
    return Reflect.apply(write, this, args) as boolean;
  } as ServerResponse['write'];
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    take(args[0], args[1]);
    return Reflect.apply(end, this, args) as ServerResponse;
  } as ServerResponse['end'];
  response.once('finish', () => {
    if (parts === null || memory.generation !== generation || !isForEverybody(response)) return;
    if (keptAt === undefined || keptAt - askedAt > RENDER_MS) return;
    const headers = response.getHeaders();
    const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_ONE_ANSWER.has(name)));
    memory.pages.set(key, { headers: kept, body: Buffer.concat(parts), keptAt });
  });
}

const OF_ONE_ANSWER = new Set([
  'connection',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
  EDGE_HEADERS.requestId,
]);

function isPage(response: Pick<ServerResponse, 'getHeader'>): boolean {
  return String(response.getHeader('content-type')).startsWith('text/html');
}

/** A whole page that Next had rendered for nobody in particular. A portal's carry a nonce and are never cached. */
export function isForEverybody(response: Pick<ServerResponse, 'statusCode' | 'getHeader'>): boolean {
  const says = (name: string): string => String(response.getHeader(name) ?? '');
  return (
    response.statusCode === 200 &&
    says('x-nextjs-cache') === 'HIT' &&
    isPage(response) &&
    /\bs-maxage=\d/.test(says('cache-control')) &&
    !/private|no-store/.test(says('cache-control')) &&
    says('content-security-policy') !== '' &&
    !says('content-security-policy').includes("'nonce-") &&
    says('set-cookie') === ''
  );
}
