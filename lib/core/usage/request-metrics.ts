import 'server-only';
import { LRUCache } from 'lru-cache';
import { histogram, observed } from '@/lib/platform/metrics';

interface ObservedRequest {
  surface: string;
  /** A name from a closed list. */
  route: string;
  status: number;
  durationMs: number;
  tenant?: { tenantId: string; slug: string };
}

/** For /metrics: every answer, and how many of them were the busiest tenants'. */
export function observeRequest({ surface, route, status, durationMs, tenant }: ObservedRequest): void {
  duration.observe(durationMs / 1_000, { surface, route, status: `${Math.floor(status / 100)}xx` });
  if (!tenant) return;
  const known = tenants.get(tenant.tenantId);
  if (known) known.requests += 1;
  else tenants.set(tenant.tenantId, { slug: tenant.slug, requests: 1 });
}

const duration = histogram(
  'portico_http_request_duration_seconds',
  'Time from the arrival of a request to its answer.',
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
);

const busiestShown = 10;
const tenants = new LRUCache<string, { slug: string; requests: number }>({ max: 5_000 });

observed(
  'portico_tenant_requests_total',
  `Requests of the ${busiestShown} busiest tenants since the process began.`,
  'total',
  () =>
    [...tenants.values()]
      .sort((a, b) => b.requests - a.requests)
      .slice(0, busiestShown)
      .map(({ slug, requests }) => ({ value: requests, labels: { tenant: slug } })),
);
