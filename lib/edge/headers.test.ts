import { describe, expect, it } from 'vitest';
import { effectiveHost, isInternalRequest } from './effective-host';
import { securityHeaders, stripRequestHeaders } from './headers';

const OUTSIDE = { trustsForwarded: false, internal: false };
const PROXIED = { trustsForwarded: true, internal: false };
const SELF = { trustsForwarded: false, internal: true };

describe('stripRequestHeaders', () => {
  it.each([
    'x-middleware-subrequest',
    'x-middleware-override-headers',
    'X-Tenant-Id',
    'x-portico-host',
    'x-portico-surface',
    'x-portico-proof',
    'x-matched-path',
    'x-invoke-path',
    'x-nextjs-data',
    'x-now-route-matches',
    'x-nonce',
    'x-request-id',
    'content-security-policy',
    'forwarded',
    'x-original-url',
    'x-rewrite-url',
    'x-http-method-override',
    'x-real-ip',
    'next-resume',
    'x-prerender-revalidate',
  ])('drops a forged %s from anyone', (name) => {
    for (const trust of [OUTSIDE, PROXIED, SELF])
      expect(stripRequestHeaders(new Headers({ [name]: 'x' }), trust).has(name)).toBe(false);
  });

  it.each(['x-forwarded-host', 'x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-port'])(
    'keeps %s only behind a trusted proxy',
    (name) => {
      expect(stripRequestHeaders(new Headers({ [name]: 'x' }), OUTSIDE).has(name)).toBe(false);
      expect(stripRequestHeaders(new Headers({ [name]: 'x' }), PROXIED).has(name)).toBe(true);
    },
  );

  it.each(['x-action-forwarded', 'x-next-revalidated-tags'])('keeps %s only on requests of this process', (name) => {
    expect(stripRequestHeaders(new Headers({ [name]: 'x' }), PROXIED).has(name)).toBe(false);
    expect(stripRequestHeaders(new Headers({ [name]: 'x' }), SELF).has(name)).toBe(true);
  });

  it.each([
    'rsc',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-action',
    'next-url',
    'cookie',
    'authorization',
    'origin',
    'if-none-match',
  ])('leaves %s, which the application needs', (name) => {
    expect(stripRequestHeaders(new Headers({ [name]: 'x' }), OUTSIDE).get(name)).toBe('x');
  });
});

describe('effectiveHost', () => {
  const headers = new Headers({
    host: 'acme.localhost:3000',
    'x-forwarded-host': 'globex.localhost',
    'x-forwarded-proto': 'https',
  });

  it('believes Host alone when no proxy is trusted', () => {
    expect(effectiveHost(headers, OUTSIDE)).toEqual({
      authority: 'acme.localhost:3000',
      normal: { ok: true, host: 'acme.localhost', port: 3000 },
      https: false,
    });
  });

  it('believes the trusted proxy', () => {
    expect(effectiveHost(headers, PROXIED)).toEqual({
      authority: 'globex.localhost',
      normal: { ok: true, host: 'globex.localhost' },
      https: true,
    });
  });

  it('refuses a list, to which somebody before the proxy added', () => {
    const list = new Headers({ host: 'acme.localhost', 'x-forwarded-host': 'evil.com, acme.localhost' });
    expect(effectiveHost(list, PROXIED).normal).toEqual({ ok: false });
  });

  it('knows its own requests by the proof alone', () => {
    expect(isInternalRequest(new Headers({ 'x-portico-proof': 'p' }), 'p')).toBe(true);
    expect(isInternalRequest(new Headers({ 'x-portico-proof': 'q' }), 'p')).toBe(false);
    expect(isInternalRequest(new Headers(), 'p')).toBe(false);
  });
});

describe('securityHeaders', () => {
  const options = { nonce: 'abc', https: false, development: false };

  it.each(['console', 'portal', 'custom', 'root', 'invalid'] as const)(
    'runs only scripts with the nonce on a %s host',
    (surface) => {
      const policy = securityHeaders(surface, options)['content-security-policy'];
      expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-eval');
    },
  );

  it('lets no other origin frame or be posted to by a site', () => {
    const headers = securityHeaders('site', options);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(headers['content-security-policy']).not.toContain('nonce');
  });

  it.each(['site', 'portal', 'console'] as const)(
    'runs no code that stands in an attribute on a %s host',
    (surface) => {
      expect(securityHeaders(surface, options)['content-security-policy']).toContain("script-src-attr 'none'");
    },
  );

  it('sends HSTS only when TLS ends in front of us', () => {
    expect(securityHeaders('portal', options)).not.toHaveProperty('strict-transport-security');
    expect(securityHeaders('portal', { ...options, https: true })).toHaveProperty('strict-transport-security');
  });

  it("lets a tenant's picture do nothing, whichever host serves it", () => {
    for (const surface of ['portal', 'site', 'custom'] as const) {
      const { 'content-security-policy': policy, ...rest } = securityHeaders(surface, {
        ...options,
        pathname: '/api/assets/a.svg',
      });
      expect(policy).toBe("sandbox; default-src 'none'; style-src 'unsafe-inline'");
      expect(rest).toMatchObject({ 'x-content-type-options': 'nosniff' });
    }
  });

  it('lets development evaluate scripts and open sockets, production never', () => {
    for (const surface of ['portal', 'site'] as const) {
      const policy = (development: boolean): string | undefined =>
        securityHeaders(surface, { ...options, development })['content-security-policy'];
      expect(policy(true)).toMatch(/script-src [^;]*'unsafe-eval'/);
      expect(policy(true)).toContain("connect-src 'self' ws:");
      expect(policy(false)).not.toMatch(/unsafe-eval| ws:/);
    }
  });

  it('asks for TLS in all that a page loads, once it came by TLS itself', () => {
    expect(securityHeaders('portal', { ...options, https: true })['content-security-policy']).toContain(
      'upgrade-insecure-requests',
    );
    expect(securityHeaders('portal', options)['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('leaves the tags of the development tools, which choose nothing', () => {
    const headers = new Headers({ 'x-nextjs-request-id': 'a', 'x-nextjs-html-request-id': 'b' });
    expect([...stripRequestHeaders(headers, OUTSIDE)]).toHaveLength(2);
  });
});
