import { NextRequest } from 'next/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { middleware } from '@/middleware';

beforeEach(() => {
  vi.stubEnv('ROOT_DOMAIN', 'localhost:3000');
  vi.stubEnv('SITES_DOMAIN', 'sites.localhost:3000');
  vi.stubEnv('TRUSTED_PROXIES', '');
});
afterEach(() => vi.unstubAllEnvs());

function send(host: string, path: string, headers: Record<string, string> = {}) {
  const response = middleware(new NextRequest(`http://localhost:3000${path}`, { headers: { host, ...headers } }));
  const target = response.headers.get('x-middleware-rewrite');
  return {
    status: response.status,
    response,
    path: target === null ? null : new URL(target).pathname + new URL(target).search,
    forwarded: (name: string) => response.headers.get(`x-middleware-request-${name}`),
  };
}

describe('middleware', () => {
  it('rewrites a tenant host into its own folder and keeps the query', () => {
    expect(send('ACME.localhost.:3000', '/members?q=a%2Fb').path).toBe('/hosts/acme.localhost/portal/members?q=a%2Fb');
    expect(send('acme.sites.localhost:3000', '/').path).toBe('/hosts/acme.sites.localhost/site');
  });

  it('overwrites what the client claims about host, surface, nonce and request', () => {
    const { forwarded } = send('acme.localhost:3000', '/a?b=1', {
      'x-portico-host': 'globex.localhost',
      'x-portico-surface': 'console',
      'x-nonce': 'evil',
      'x-request-id': 'evil',
      'x-forwarded-host': 'globex.localhost',
    });
    expect(forwarded('x-portico-host')).toBe('acme.localhost');
    expect(forwarded('x-portico-surface')).toBe('portal');
    expect(forwarded('x-portico-path')).toBe('/a?b=1');
    expect(forwarded('x-forwarded-host')).toBe('acme.localhost:3000');
    expect(forwarded('x-nonce')).not.toBe('evil');
    expect(forwarded('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('gives the page the nonce that its policy allows, a new one each time', () => {
    const first = send('acme.localhost', '/');
    const second = send('acme.localhost', '/');
    expect(first.response.headers.get('content-security-policy')).toContain(`'nonce-${first.forwarded('x-nonce')}'`);
    expect(first.forwarded('x-nonce')).not.toBe(second.forwarded('x-nonce'));
  });

  it('serves the tenant that a request of its own names by proof, as after an action that redirects', () => {
    const proof = send('acme.localhost:3000', '/').forwarded('x-portico-proof') ?? '';
    const own = { 'x-portico-proof': proof, 'x-forwarded-host': 'acme.localhost:3000' };
    expect(send('localhost:3000', '/after', own).path).toBe('/hosts/acme.localhost/portal/after');
    expect(send('localhost:3000', '/after', { ...own, 'x-portico-proof': 'guess' }).status).toBe(404);
  });

  it('never sends the proof to the browser outside the headers that Next consumes', () => {
    const { response } = send('acme.localhost', '/');
    expect(response.headers.get('x-portico-proof')).toBeNull();
  });

  it('answers every host that is nobody with the same bytes, which name nobody', async () => {
    const answers = await Promise.all(
      [
        send('bad host', '/'),
        send('www.localhost', '/'),
        send('sites.localhost', '/members'),
        send('localhost', '/tenants'),
        send('console.localhost', '/hosts/acme.localhost/portal'),
      ].map(async ({ response }) => ({ status: response.status, body: await response.text() })),
    );
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]?.body).not.toMatch(/portico|acme|localhost/i);
  });

  it('answers a program on an unknown host with a problem, and a request without a host like every unknown one', async () => {
    const { response, status } = send('www.localhost', '/api/v1/branding');
    expect(status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'not_found', status: 404 });
    expect(middleware(new NextRequest('http://localhost:3000/')).status).toBe(404);
  });

  it('rewrites to this server alone, whatever the path looks like', () => {
    for (const host of [
      'console.localhost:3000',
      'acme.localhost:3000',
      'acme.sites.localhost:3000',
      'www.customer.example',
    ])
      for (const path of [
        '//evil.example/',
        '/\\evil.example',
        '/%2f%2fevil.example',
        '/@evil.example',
        '/api//evil.example',
        '/healthz//evil.example',
      ]) {
        const request = new NextRequest('http://localhost:3000/', { headers: { host } });
        Object.defineProperty(request, 'nextUrl', { value: { pathname: path, search: '?x=//evil.example' } });
        const target = middleware(request).headers.get('x-middleware-rewrite');
        if (target !== null) expect(new URL(target).origin, `${host} ${path}`).toBe('http://localhost:3000');
      }
  });
});
