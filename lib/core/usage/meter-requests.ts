import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LRUCache } from 'lru-cache';
import { edgeConfig, type EdgeConfig } from '@/lib/edge/config';
import { EDGE_HEADERS } from '@/lib/edge/headers';
import { chooseSurface, normaliseHost, type Surface } from '@/lib/edge/host';
import { logger } from '@/lib/platform/logger';
import { resolveHost, type HostRecord } from '@/lib/tenancy/host-directory';
import { isMetered, isPageView, isPrefetch } from './classify-request';
import { meterEvent } from './meter';
import { observeRequest } from './request-metrics';
import { takeMember } from './request-members';
import { matchConsoleRoute, matchTenantRoute } from './route-patterns';

/**
 * Counts every request that this process answers, without any page or route knowing: Node itself tells when a request has come in
 * and when its answer has been handed over. All work is done after that.
 */
export function startMeteringRequests(): void {
  if (registry.porticoMeteringRequests) return;
  registry.porticoMeteringRequests = true;
  const config = edgeConfig();
  subscribe('http.server.request.start', (message) => noteArrival((message as Exchange).request, config));
  subscribe('http.server.response.finish', (message) => noteAnswer(message as Exchange));
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** What the request said when it came in: Next rewrites URL and headers in place. */
interface Arrival {
  at: Date;
  startedMs: number;
  pathname: string;
  authority: string;
}

const registry = globalThis as unknown as { porticoMeteringRequests?: boolean };
const arrivals = new WeakMap<IncomingMessage, Arrival>();

function noteArrival(request: IncomingMessage, config: EdgeConfig): void {
  const pathname = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (!isMetered(pathname)) return;
  const forwarded = config.trustsForwarded ? request.headers['x-forwarded-host'] : undefined;
  const authority = (Array.isArray(forwarded) ? forwarded[0] : forwarded) ?? request.headers.host ?? '';
  arrivals.set(request, { at: new Date(), startedMs: performance.now(), pathname, authority });
}

function noteAnswer({ request, response }: Exchange): void {
  const arrival = arrivals.get(request);
  if (!arrival) return;
  arrivals.delete(request);
  const answer: Answer = {
    ...arrival,
    durationMs: performance.now() - arrival.startedMs,
    status: response.statusCode,
    memberId: takeMember(String(response.getHeader(EDGE_HEADERS.requestId) ?? '')),
    prefetch: isPrefetch(request.headers),
    pageView: isPageView(request.method ?? '', request.headers, response.statusCode),
  };
  count(answer).catch((error: unknown) => logger.warn({ err: error }, 'a request could not be metered'));
}

interface Answer extends Arrival {
  durationMs: number;
  status: number;
  memberId: string | null;
  prefetch: boolean;
  pageView: boolean;
}

async function count(answer: Answer): Promise<void> {
  const surface = surfaceOf(answer.authority);
  if (surface.kind === 'console')
    return observeRequest({ ...answer, surface: 'console', route: matchConsoleRoute(answer.pathname) });
  if (surface.kind === 'root' || surface.kind === 'invalid')
    return observeRequest({ ...answer, surface: 'none', route: 'other' });
  const record = await resolvePatiently(surface.host);
  if (!record) return observeRequest({ ...answer, surface: 'none', route: 'other' });
  const { surface: kind, route, pattern } = matchTenantRoute(record.surface, answer.pathname, answer.status);
  observeRequest({ ...answer, surface: kind, route: pattern, tenant: record });
  if (answer.prefetch) return;
  const shared = { at: answer.at, surface: kind, route, memberId: answer.memberId };
  meterEvent(record, {
    ...shared,
    meter: 'requests',
    status: answer.status,
    durationMs: Math.round(answer.durationMs),
  });
  if (answer.pageView && kind !== 'api') meterEvent(record, { ...shared, meter: 'page_views' });
}

/** While the database is away, a host that is not in memory can't be told; a few hundred answers wait for it to come back. */
async function resolvePatiently(host: string): Promise<HostRecord | null> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await resolveHost(host);
    } catch (error) {
      if (attempt >= retryDelaysMs.length || waiting >= maxWaiting) throw error;
      waiting += 1;
      await new Promise((resolve) => setTimeout(resolve, retryDelaysMs[attempt]).unref());
      waiting -= 1;
    }
  }
}

const retryDelaysMs = [1_000, 5_000, 15_000, 30_000];
const maxWaiting = 500;
let waiting = 0;

const knownSurfaces = new LRUCache<string, Surface>({ max: 2_000 });

function surfaceOf(authority: string): Surface {
  let surface = knownSurfaces.get(authority);
  if (!surface) {
    const normal = normaliseHost(authority);
    surface = normal.ok ? chooseSurface(normal.host, edgeConfig()) : { kind: 'invalid' };
    knownSurfaces.set(authority, surface);
  }
  return surface;
}
