import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { renderMetrics } from '@/lib/platform/metrics';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeHostDirectory } from '@/lib/tenancy/host-directory';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { flushUsage } from './meter';
import { startMeteringRequests } from './meter-requests';
import { noteMember } from './request-members';

let database: TestDatabase;
let server: http.Server;
let tenant: TestTenant;
const memberId = uuidv7();

beforeAll(async () => {
  process.env.ROOT_DOMAIN = 'portico.test';
  database = await createTestDatabase();
  await ensureCatalogue();
  tenant = await createTestTenant();
  await consoleDb().host.createMany({
    data: [
      { host: `${tenant.slug}.portico.test`, tenantId: tenant.tenantId, surface: 'portal', status: 'active' },
      { host: 'www.customer.test', tenantId: tenant.tenantId, surface: 'site', status: 'active' },
    ],
  });
  startMeteringRequests();
  startMeteringRequests();
  server = http.createServer(answer).listen(0);
});

afterAll(async () => {
  server.close();
  await Promise.all([closeTenantClients(), closeConsoleClient(), closeHostDirectory()]);
  await database.drop();
});

describe('startMeteringRequests', () => {
  it('counts each answer once, with its tenant, surface, route, status, time and member, and views of pages', async () => {
    await ask(`${tenant.slug}.portico.test`, '/members?q=x', { 'sec-fetch-dest': 'document' });
    await ask(`${tenant.slug}.PORTICO.test:3000`, '/api/portal/usage');
    await ask('www.customer.test', '/about-us', { accept: 'text/html' });
    await ask('www.customer.test', '/broken', { accept: 'text/html' });
    expect(await recorded(5 + 1)).toEqual([
      { meter: 'page_views', surface: 'portal', route: '/members', status: null, memberId },
      { meter: 'page_views', surface: 'site', route: '/about-us', status: null, memberId: null },
      { meter: 'requests', surface: 'api', route: '/api/portal/usage', status: 200, memberId: null },
      { meter: 'requests', surface: 'portal', route: '/members', status: 200, memberId },
      { meter: 'requests', surface: 'site', route: '/about-us', status: 200, memberId: null },
      { meter: 'requests', surface: 'site', route: 'other', status: 500, memberId: null },
    ]);
  });

  it('counts nothing for files, probes, prefetches, the console and hosts that nobody has', async () => {
    const before = await tenantDb(tenant).usageEvent.count();
    for (const path of ['/_next/static/a.js', '/favicon.ico', '/healthz']) await ask('www.customer.test', path);
    await ask('www.customer.test', '/', { rsc: '1', 'next-router-prefetch': '1' });
    await ask('console.portico.test', '/tenants');
    await ask('nobody.portico.test', '/');
    await ask('not a host', '/');
    await flushUsage();
    expect(await tenantDb(tenant).usageEvent.count()).toBe(before);
  });

  it('shows the platform the same requests without naming pages of a site', async () => {
    await recorded(6);
    const text = renderMetrics();
    expect(text).toContain('portico_http_request_duration_seconds_count{surface="site",route="/:page",status="2xx"} 1');
    expect(text).toContain(
      'portico_http_request_duration_seconds_count{surface="console",route="/tenants",status="2xx"} 1',
    );
    expect(text).toContain(`portico_tenant_requests_total{tenant="${tenant.slug}"} 5`);
    expect(text).not.toContain('about-us');
  });
});

/** As the edge and a page would: an id on the answer, and a member noted under it. */
function answer(request: http.IncomingMessage, response: http.ServerResponse): void {
  const requestId = uuidv7();
  response.setHeader('x-request-id', requestId);
  if (request.url?.startsWith('/members')) noteMember(requestId, memberId);
  // Next rewrites both in place.
  request.url = '/hosts/rewritten';
  request.headers.host = 'rewritten';
  response.statusCode = request.headers['x-fail'] ? 500 : 200;
  response.end('done');
}

async function ask(host: string, path: string, headers: http.OutgoingHttpHeaders = {}): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const fails = path === '/broken' ? { 'x-fail': '1' } : {};
  await new Promise<void>((resolve, reject) => {
    http
      .get({ port, path, headers: { ...headers, ...fails, host } }, (response) => response.resume().on('end', resolve))
      .on('error', reject);
  });
}

async function recorded(count: number) {
  await expect
    .poll(async () => (await flushUsage(), tenantDb(tenant).usageEvent.count()), { timeout: 5_000 })
    .toBe(count);
  const rows = await tenantDb(tenant).usageEvent.findMany({
    select: { meter: true, surface: true, route: true, status: true, memberId: true, durationMs: true },
    orderBy: [{ meter: 'asc' }, { surface: 'asc' }, { route: 'asc' }],
  });
  expect(rows.every(({ meter, durationMs }) => (durationMs !== null) === (meter === 'requests'))).toBe(true);
  return rows.map(({ durationMs: _timed, ...row }) => row);
}
