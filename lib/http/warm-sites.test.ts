import http from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, stopListening } from '@/lib/testing/loopback';
import { forgetWarmSites, isForEverybody, serveWarmSites, warmKey } from './warm-sites';

const config = { rootDomain: 'portico.test', sitesDomain: 'sites.test', trustsForwarded: false, development: false };
const behindProxy = { ...config, trustsForwarded: true };
const asked = (headers: http.IncomingHttpHeaders, url = '/', method = 'GET') => ({ method, url, headers });

describe('what a remembered page is asked for by', () => {
  it('tells every two hosts, paths and codings apart', () => {
    const word = fc.stringMatching(/^t[a-z]{3,8}$/);
    const visit = fc.record({ slug: word, path: word, coding: fc.constantFrom('', 'gzip', 'br') });
    const keyOf = ({ slug, path, coding }: { slug: string; path: string; coding: string }): string | null =>
      warmKey(asked({ host: `${slug}.sites.test`, 'accept-encoding': coding }, `/${path}`), config);
    fc.assert(
      fc.property(visit, visit, (one, other) => {
        expect(keyOf(one)).not.toBeNull();
        expect(keyOf(one) === keyOf(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('is nothing for a console, a portal, an unknown name, or no name at all', () => {
    for (const host of [
      'console.portico.test',
      'acme.portico.test',
      'portico.test',
      'a..b',
      `${'a'.repeat(300)}.example`,
      '',
      undefined,
    ])
      expect(warmKey(asked({ host }), config), host).toBeNull();
    expect(warmKey(asked({ host: 'www.acme.example' }), config)).not.toBeNull();
  });

  it('is nothing for a request that shows anything of its own', () => {
    const host = 'acme.sites.test';
    const own = ['cookie', 'authorization', 'range', 'rsc', 'next-router-prefetch', 'if-none-match', 'x-portico-proof'];
    for (const name of [...own, 'next-action', 'content-length', 'transfer-encoding', 'x-forwarded-host', 'x-anything'])
      expect(warmKey(asked({ host, [name]: '1' }), config), name).toBeNull();
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(warmKey(asked({ host }, '/', method), config), method).toBeNull();
    for (const url of ['/?a=1', '/%2e%2e', '/a b', '*', 'http://other.sites.test/', '/a;b', '/a\\b'])
      expect(warmKey(asked({ host }, url), config), url).toBeNull();
  });

  it('is the forwarded host and scheme behind a trusted proxy, and never a list of them', () => {
    const host = 'acme.sites.test';
    const through = (headers: http.IncomingHttpHeaders) => warmKey(asked({ host, ...headers }), behindProxy);
    const other = through({ 'x-forwarded-host': 'zebra.sites.test' });
    expect(other).toBe(warmKey(asked({ host: 'zebra.sites.test' }), behindProxy));
    expect(other).not.toBe(through({}));
    expect(through({ 'x-forwarded-proto': 'https' })).not.toBe(through({ 'x-forwarded-proto': 'http' }));
    expect(through({ 'x-forwarded-host': 'zebra.sites.test, acme.sites.test' })).toBeNull();
    expect(through({ 'x-forwarded-proto': 'https, http' })).toBeNull();
  });
});

const page: Record<string, string> = {
  'x-nextjs-cache': 'HIT',
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 's-maxage=60',
  'content-security-policy': "default-src 'self'; script-src 'self' 'unsafe-inline'",
};

describe('a page that may be remembered', () => {
  const answered = (headers: Record<string, string>, statusCode = 200) =>
    isForEverybody({ statusCode, getHeader: (name) => headers[name] });

  it('is one that was rendered for nobody in particular', () => {
    expect(answered(page)).toBe(true);
    expect(answered(page, 404)).toBe(false);
    const others: Record<string, string>[] = [
      { 'x-nextjs-cache': 'MISS' },
      { 'x-nextjs-cache': 'STALE' },
      { 'content-type': 'text/x-component' },
      { 'cache-control': 'private, no-store' },
      { 'cache-control': 'private, s-maxage=60' },
      { 'content-security-policy': "script-src 'nonce-abc' 'strict-dynamic'" },
      { 'content-security-policy': '' },
      { 'set-cookie': 'a=1' },
    ];
    for (const header of others) expect(answered({ ...page, ...header }), JSON.stringify(header)).toBe(false);
  });
});

describe('a server in front of which pages are remembered', () => {
  let port: number;
  let rendered: string[] = [];
  let headers: Record<string, string>;
  let duringRender: () => void;
  let beforeEnd: () => void;
  let filler: string;

  beforeAll(async () => {
    vi.stubEnv('ROOT_DOMAIN', 'portico.test');
    vi.stubEnv('SITES_DOMAIN', 'sites.test');
    const server = http.createServer((request, response) => {
      rendered.push(`${request.headers.host}${request.url}`);
      duringRender();
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.setHeader('x-request-id', `render ${rendered.length}`);
      response.write(`<p>${filler}`);
      beforeEnd();
      response.end(`${request.headers.host} ${rendered.length}</p>`);
    });
    serveWarmSites();
    port = await listen(server);
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await stopListening();
  });

  beforeEach(() => {
    forgetWarmSites();
    rendered = [];
    [headers, filler] = [page, ''];
    [duringRender, beforeEnd] = [() => undefined, () => undefined];
  });

  function visit(host: string, extra: http.OutgoingHttpHeaders = {}): Promise<{ body: string; id: string }> {
    return new Promise((resolve, reject) => {
      const call = http.get({ host: '127.0.0.1', port, path: '/', headers: { host, ...extra } }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () => resolve({ body, id: String(response.headers['x-request-id']) }));
      });
      call.on('error', reject);
    });
  }

  it('is asked once, and every answer has an id of its own', async () => {
    const first = await visit('acme.sites.test');
    const second = await visit('acme.sites.test');
    expect(second.body).toBe(first.body);
    expect(second.body).toBe('<p>acme.sites.test 1</p>');
    expect(second.id).not.toBe(first.id);
    expect(second.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(rendered).toEqual(['acme.sites.test/']);
  });

  it('is asked for each host, and for whoever has a cookie', async () => {
    await visit('acme.sites.test');
    expect((await visit('zebra.sites.test')).body).toBe('<p>zebra.sites.test 2</p>');
    expect((await visit('acme.sites.test', { cookie: 'site_access=1' })).body).toBe('<p>acme.sites.test 3</p>');
    expect((await visit('acme.sites.test')).body).toBe('<p>acme.sites.test 1</p>');
  });

  it('is asked again after a change, also when the change came while a page was on its way', async () => {
    await visit('acme.sites.test');
    forgetWarmSites();
    duringRender = forgetWarmSites;
    expect((await visit('acme.sites.test')).body).toContain(' 2<');
    duringRender = () => undefined;
    expect((await visit('acme.sites.test')).body).toContain(' 3<');
  });

  it('is asked again after a quarter of a second, whoever forgot to tell', async () => {
    await visit('acme.sites.test');
    const later = performance.now() + 251;
    const clock = vi.spyOn(performance, 'now').mockReturnValue(later);
    expect((await visit('acme.sites.test')).body).toContain(' 2<');
    clock.mockRestore();
  });

  it.each([
    { renderMs: 900, leaveMs: 0, laterMs: 249, render: 1 },
    { renderMs: 900, leaveMs: 0, laterMs: 251, render: 2 },
    { renderMs: 0, leaveMs: 200, laterMs: 251, render: 2 },
    { renderMs: 1_001, leaveMs: 0, laterMs: 0, render: 2 },
  ])('counts its age from when it began to leave, and keeps none that was long in the making: %o', async (times) => {
    const asked = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(asked);
    duringRender = () => clock.mockReturnValue(asked + times.renderMs);
    beforeEnd = () => clock.mockReturnValue(asked + times.renderMs + times.leaveMs);
    await visit('acme.sites.test');
    [duringRender, beforeEnd] = [() => undefined, () => undefined];
    clock.mockReturnValue(asked + times.renderMs + times.laterMs);
    expect((await visit('acme.sites.test')).body).toContain(` ${times.render}<`);
    clock.mockRestore();
  });

  it('is asked each time for what is no page, or a page beyond measure', async () => {
    headers = { ...page, 'content-type': 'text/css' };
    await visit('acme.sites.test');
    await visit('acme.sites.test');
    expect(rendered).toHaveLength(2);
    [headers, filler] = [page, 'x'.repeat(512 * 1024)];
    await visit('acme.sites.test');
    await visit('acme.sites.test');
    expect(rendered).toHaveLength(4);
  });

  it('is asked each time for a page that is somebody’s own', async () => {
    headers = { ...page, 'cache-control': 'private, no-store' };
    await visit('acme.sites.test');
    await visit('acme.sites.test');
    expect(rendered).toHaveLength(2);
  });
});
