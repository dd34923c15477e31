import { createHash } from 'node:crypto';
import { NextRequest } from 'next/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noOrigins, type HostPolicy } from './host-policy';
import { middleware } from '@/middleware';

beforeEach(() => {
  vi.stubEnv('ROOT_DOMAIN', 'localhost:3000');
  vi.stubEnv('SITES_DOMAIN', 'sites.localhost:3000');
  vi.stubEnv('TRUSTED_PROXIES', '');
  vi.stubGlobal('fetch', answerPolicy);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

const open: HostPolicy = { surface: 'site', redirectTo: null, origins: noOrigins, gate: null };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What this server would say of each host; a name that stands nowhere is nobody's. */
const records: Record<string, HostPolicy | 'down'> = {
  'acme.sites.localhost': open,
  'www.acme.example': {
    ...open,
    origins: { ...noOrigins, script: ['https://cdn.example'], img: ['https://pictures.example'] },
  },
  'portal.acme.example': { ...open, surface: 'portal' },
  'old.acme.example': { ...open, redirectTo: 'https://www.acme.example' },
  'closed.acme.example': { ...open, gate: sha256('the cookie') },
  'down.acme.example': 'down',
};

function answerPolicy(url: string): Promise<Response> {
  const { origin, pathname, searchParams } = new URL(url);
  expect(origin + pathname).toBe('http://127.0.0.1:3000/api/internal/hosts/policy');
  const record = records[searchParams.get('host') ?? ''];
  if (record === 'down') return Promise.resolve(new Response(null, { status: 503 }));
  return Promise.resolve(record ? Response.json(record) : new Response(null, { status: 404 }));
}

async function send(host: string, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await middleware(
    new NextRequest(`http://localhost:3000${path}`, { method, headers: { host, ...headers } }),
  );
  const target = response.headers.get('x-middleware-rewrite');
  return {
    status: response.status,
    response,
    path: target === null ? null : new URL(target).pathname + new URL(target).search,
    forwarded: (name: string) => response.headers.get(`x-middleware-request-${name}`),
  };
}

describe('middleware', () => {
  it.each([
    ...['/', '/about', '/brand/a/b', '/brand', '/brand/', '/brand/a/', '/site-code/preview/token', '/site-code/a/b'],
    ...['/.well-known/x', '/.well-known/security.txt/x', '/preview/token', '/preview/brand', '/preview/brand/a/b'],
    ...['/preview/brand/leave/x', '/sitemap.xml', '/favicon.ico/x'],
  ])('shows the form of a closed site at %s, whose 404 would show what the password keeps', async (path) => {
    expect((await send('closed.acme.example', path)).path).toBe('/hosts/closed.acme.example/site/unlock');
  });

  it.each([
    ...['/robots.txt', '/favicon.ico', '/manifest.webmanifest', '/brand/a.png', '/site-code/a.css'],
    ...['/.well-known/security.txt', '/preview/brand/token', '/preview/brand/leave', '/unlock'],
  ])('leaves %s of a closed site open', async (path) => {
    expect((await send('closed.acme.example', path)).path).toBe(`/hosts/closed.acme.example/site${path}`);
  });

  it('shows the twin of a site’s pages to a browser that claims to see a draft, under the cookie of its scheme alone', async () => {
    const cookie = (name: string) => ({ cookie: `${name}=anything` });
    const site = 'acme.sites.localhost:3000';
    expect((await send(site, '/about', cookie('portico.preview'))).path).toBe(
      '/hosts/acme.sites.localhost/draft/about',
    );
    expect((await send(site, '/about', cookie('__Host-portico.preview'))).path).toBe(
      '/hosts/acme.sites.localhost/site/about',
    );
    vi.stubEnv('TRUSTED_PROXIES', '127.0.0.1');
    const behind = { 'x-forwarded-host': 'acme.sites.localhost', 'x-forwarded-proto': 'https' };
    expect((await send(site, '/about', { ...behind, ...cookie('portico.preview') })).path).toMatch(/\/site\/about$/);
    expect((await send(site, '/about', { ...behind, ...cookie('__Host-portico.preview') })).path).toMatch(
      /\/draft\/about$/,
    );
    vi.stubEnv('TRUSTED_PROXIES', '');
    expect((await send('acme.localhost:3000', '/about', cookie('portico.preview'))).path).toBe(
      '/hosts/acme.localhost/portal/about',
    );
    // A closed site stays closed.
    const closed = await send('closed.acme.example', '/about', cookie('portico.preview'));
    expect(closed.path).toBe('/hosts/closed.acme.example/site/unlock');
  });

  it('rewrites a tenant host into its own folder and keeps the query', async () => {
    expect((await send('ACME.localhost.:3000', '/members?q=a%2Fb')).path).toBe(
      '/hosts/acme.localhost/portal/members?q=a%2Fb',
    );
    expect((await send('acme.sites.localhost:3000', '/')).path).toBe('/hosts/acme.sites.localhost/site');
  });

  it('overwrites what the client claims about host, surface, nonce and request', async () => {
    const { forwarded } = await send('acme.localhost:3000', '/a?b=1', {
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

  it('gives the page the nonce that its policy allows, a new one each time', async () => {
    const first = await send('acme.localhost', '/');
    const second = await send('acme.localhost', '/');
    expect(first.response.headers.get('content-security-policy')).toContain(`'nonce-${first.forwarded('x-nonce')}'`);
    expect(first.forwarded('x-nonce')).not.toBe(second.forwarded('x-nonce'));
  });

  it('serves the tenant that a request of its own names by proof, as after an action that redirects', async () => {
    const proof = (await send('acme.localhost:3000', '/')).forwarded('x-portico-proof') ?? '';
    const own = { 'x-portico-proof': proof, 'x-forwarded-host': 'acme.localhost:3000' };
    expect((await send('localhost:3000', '/after', own)).path).toBe('/hosts/acme.localhost/portal/after');
    expect((await send('localhost:3000', '/after', { ...own, 'x-portico-proof': 'guess' })).status).toBe(404);
  });

  it('never sends the proof to the browser outside the headers that Next consumes', async () => {
    const { response } = await send('acme.localhost', '/');
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
      ].map(async (sent) => {
        const { response } = await sent;
        return { status: response.status, body: await response.text() };
      }),
    );
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]?.body).not.toMatch(/portico|acme|localhost/i);
  });

  it('answers a program on an unknown host with a problem, and a request without a host like every unknown one', async () => {
    const { response, status } = await send('www.localhost', '/api/v1/branding');
    expect(status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code: 'not_found', status: 404 });
    expect((await middleware(new NextRequest('http://localhost:3000/'))).status).toBe(404);
  });

  it('rewrites to this server alone, whatever the path looks like', async () => {
    for (const host of [
      'console.localhost:3000',
      'acme.localhost:3000',
      'acme.sites.localhost:3000',
      'www.acme.example',
      'old.acme.example',
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
        const target = (await middleware(request)).headers.get('x-middleware-rewrite');
        const leadsTo = (await middleware(request)).headers.get('location');
        if (leadsTo !== null) expect(new URL(leadsTo).origin).toBe('https://www.acme.example');
        if (target !== null) expect(new URL(target).origin, `${host} ${path}`).toBe('http://localhost:3000');
      }
  });
});

describe('what the edge says itself', () => {
  it.each([
    [{}, 'en', 'There is nothing at this address'],
    [{ 'accept-language': 'nl,de-AT;q=0.8' }, 'de', 'Unter dieser Adresse gibt es nichts'],
    [{ 'accept-language': 'de', cookie: 'portico_language=ja' }, 'ja', 'このアドレスには何もありません'],
    [{ 'accept-language': 'fr', cookie: 'portico_language=<script>' }, 'fr', 'Il n’y a rien à cette adresse'],
  ])('is in the language that %j ask for', async (headers, language, heading) => {
    const { response } = await send('www.localhost', '/', headers);
    const body = await response.text();
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(`<h1>${heading}</h1>`);
    expect(response.headers.get('vary')).toBe('accept-language, cookie');
  });

  it('is one answer in each language, whichever host is nobody’s', async () => {
    const spanish = { 'accept-language': 'es' };
    const [unknown, invalid] = [
      await send('www.nobody.example', '/', spanish),
      await send('www.localhost', '/', spanish),
    ];
    expect(await unknown.response.text()).toBe(await invalid.response.text());
  });

  it('reads the same to a program in every language', async () => {
    const { response } = await send('www.localhost', '/api/v1/branding', { 'accept-language': 'ja' });
    expect(await response.json()).toMatchObject({ title: 'Not found' });
  });

  it('tells of an outage in the reader’s language', async () => {
    const { response } = await send('down.acme.example', '/', { 'accept-language': 'es' });
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Esta dirección no se puede mostrar ahora');
  });
});

describe('a custom domain', () => {
  it('is the portal or the site that its record says, each under its own policy', async () => {
    const portal = await send('portal.acme.example', '/members');
    expect(portal.path).toBe('/hosts/portal.acme.example/portal/members');
    expect(portal.forwarded('x-portico-surface')).toBe('portal');
    expect(portal.response.headers.get('content-security-policy')).toContain("'nonce-");

    const site = await send('www.acme.example', '/about?x=1');
    expect(site.path).toBe('/hosts/www.acme.example/site/about?x=1');
    const policy = site.response.headers.get('content-security-policy');
    expect(policy).toMatch(/script-src 'self' 'unsafe-inline' https:\/\/cdn\.example;/);
    expect(policy).toContain("img-src 'self' data: blob: https://pictures.example;");
    expect(policy).toContain("connect-src 'self';");
  });

  it('that nobody has is answered like every unknown host, and so is a site’s name without a record', async () => {
    const unknown = await send('www.nobody.example', '/');
    const site = await send('nobody.sites.localhost', '/');
    const invalid = await send('www.localhost', '/');
    expect([unknown.status, site.status]).toEqual([404, 404]);
    expect(await unknown.response.text()).toBe(await invalid.response.text());
    expect(await site.response.text()).toBe(await (await send('www.localhost', '/')).response.text());
  });

  it('leads to the primary one with path and query, but for its own files', async () => {
    const { response } = await send('old.acme.example', '/a/b?x=%26&y', {}, 'POST');
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('https://www.acme.example/a/b?x=%26&y');
    expect((await send('old.acme.example', '/robots.txt')).path).toBe('/hosts/old.acme.example/site/robots.txt');
    expect((await send('old.acme.example', '/.well-known/acme-challenge/x')).path).not.toBeNull();
    expect((await send('old.acme.example', '/..%2f')).status).toBe(404);
  });

  it('is neither shown nor denied while nothing can be said of it, and its programs answer for themselves', async () => {
    const { response } = await send('down.acme.example', '/');
    expect(response.status).toBe(503);
    expect(await response.text()).not.toMatch(/portico|acme/i);
    expect((await send('down.acme.example', '/api/v1/branding')).path).toBe('/api/v1/branding');
    expect((await send('down.acme.example', '/healthz')).path).toBe('/healthz');
    expect((await send('down.acme.example', '/static/x')).path).toBe('/static/x');
  });
});

describe('a site with a password', () => {
  const closed = 'closed.acme.example';
  const form = '/hosts/closed.acme.example/site/unlock';

  it('shows its form in every page’s stead, and takes nothing else', async () => {
    expect((await send(closed, '/')).path).toBe(form);
    expect((await send(closed, '/plans', { rsc: '1' })).path).toBe(form);
    expect((await send(closed, '/', {}, 'POST')).status).toBe(404);
    expect((await send(closed, '/', { cookie: 'site_access=guess' })).path).toBe(form);
    expect((await send(closed, '/', { cookie: 'site_access=' })).path).toBe(form);
  });

  it('opens to the cookie, and its pages are kept by nobody', async () => {
    const sent = await send(closed, '/plans', { cookie: 'site_access=the%20cookie' });
    expect(sent.path).toBe('/hosts/closed.acme.example/site/plans');
    expect(sent.response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('wants the cookie that no sibling can set once it is behind TLS', async () => {
    vi.stubEnv('TRUSTED_PROXIES', '127.0.0.1');
    const behind = { 'x-forwarded-host': closed, 'x-forwarded-proto': 'https' };
    expect((await send(closed, '/', { ...behind, cookie: 'site_access=the%20cookie' })).path).toBe(form);
    expect((await send(closed, '/', { ...behind, cookie: '__Host-site_access=the%20cookie' })).path).toBe(
      '/hosts/closed.acme.example/site',
    );
  });

  it('answers all the same for its form, its signs and what machines ask', async () => {
    for (const path of ['/unlock', '/robots.txt', '/favicon.ico', '/brand/icon-32.png', '/.well-known/security.txt'])
      expect((await send(closed, path)).path).toBe(`/hosts/${closed}/site${path}`);
    expect((await send(closed, '/unlock', {}, 'POST')).path).toBe(form);
  });
});
