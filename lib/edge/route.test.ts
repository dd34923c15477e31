import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Surface } from './host';
import { decideRoute } from './route';

const PORTAL: Surface = { kind: 'portal', slug: 'acme', host: 'acme.localhost' };
const SITE: Surface = { kind: 'site', slug: 'acme', host: 'acme.sites.localhost' };
const CUSTOM: Surface = { kind: 'custom', host: 'portal.acme.com' };
const CONSOLE: Surface = { kind: 'console' };
const ROOT: Surface = { kind: 'root' };
const INVALID: Surface = { kind: 'invalid' };
const ALL = [PORTAL, SITE, CUSTOM, CONSOLE, ROOT, INVALID];

function target(surface: Surface, pathname: string): string {
  const decision = decideRoute(surface, pathname);
  return decision.kind === 'rewrite' ? decision.pathname : decision.answer === 'page' ? '404' : '404 problem';
}

describe('decideRoute', () => {
  it.each<[Surface, string, string]>([
    [PORTAL, '/', '/hosts/acme.localhost/portal'],
    [PORTAL, '/members', '/hosts/acme.localhost/portal/members'],
    [PORTAL, '/robots.txt', '/hosts/acme.localhost/portal/robots.txt'],
    [PORTAL, '/.well-known/security.txt', '/hosts/acme.localhost/portal/.well-known/security.txt'],
    [SITE, '/sitemap.xml', '/hosts/acme.sites.localhost/site/sitemap.xml'],
    [CUSTOM, '/x', '/hosts/portal.acme.com/custom/x'],
    [CONSOLE, '/tenants/acme', '/tenants/acme'],
    [ROOT, '/', '/find'],
    [ROOT, '/robots.txt', '/find/robots.txt'],
    [ROOT, '/tenants', '404'],
    [INVALID, '/', '404'],
    [INVALID, '/api/v1/tenants', '404 problem'],
  ])('sends %o %s to %s', (surface, pathname, expected) => {
    expect(target(surface, pathname)).toBe(expected);
  });

  it.each<[Surface, string, string]>([
    [SITE, '/', '/hosts/acme.sites.localhost/draft'],
    [SITE, '/about/team', '/hosts/acme.sites.localhost/draft/about/team'],
    [SITE, '/previews', '/hosts/acme.sites.localhost/draft/previews'],
    [SITE, '/unlock', '/hosts/acme.sites.localhost/site/unlock'],
    [SITE, '/robots.txt', '/hosts/acme.sites.localhost/site/robots.txt'],
    [SITE, '/sitemap.xml', '/hosts/acme.sites.localhost/site/sitemap.xml'],
    [SITE, '/brand/a.png', '/hosts/acme.sites.localhost/site/brand/a.png'],
    [SITE, '/.well-known/security.txt', '/hosts/acme.sites.localhost/site/.well-known/security.txt'],
    [SITE, '/site-code/a.js', '/hosts/acme.sites.localhost/site/site-code/a.js'],
    [SITE, '/site-code/preview/token', '/hosts/acme.sites.localhost/site/site-code/preview/token'],
    [SITE, '/preview/token', '/hosts/acme.sites.localhost/site/preview/token'],
    [SITE, '/preview/brand/leave', '/hosts/acme.sites.localhost/site/preview/brand/leave'],
    [PORTAL, '/members', '/hosts/acme.localhost/portal/members'],
    [CUSTOM, '/x', '/hosts/portal.acme.com/custom/x'],
    [CONSOLE, '/tenants/acme', '/tenants/acme'],
    [ROOT, '/', '/find'],
    [INVALID, '/', '404'],
  ])('sends a browser that claims to see a draft from %o %s to %s', (surface, pathname, expected) => {
    const decision = decideRoute(surface, pathname, true);
    expect(decision.kind === 'rewrite' ? decision.pathname : '404').toBe(expected);
  });

  it('keeps tenant hosts away from console pages, which lie outside their folder', () => {
    for (const path of ['/tenants', '/plans', '/find', '/hosts/globex.localhost/portal']) {
      expect(target(PORTAL, path)).toBe(`/hosts/acme.localhost/portal${path}`);
    }
  });

  it.each([
    '/hosts',
    '/hosts/acme.localhost/portal',
    '/%68osts/acme.localhost/site',
    '/HOSTS/x',
    '/hosts%20/x',
    '/find',
    '/%66ind',
  ])('hides %s on the console', (path) => {
    expect(target(CONSOLE, path)).toBe('404');
  });

  it.each([
    '/a%2fb',
    '/a%5Cb',
    '/a/%2e%2e/b',
    '/%252e%252e/x',
    '/a%00',
    '/a%0ab',
    '/%zz',
    '/a%',
    '/a//b',
    '/a\\b',
    '/%25%32%66x',
  ])('answers the trick path %s with 404 on every surface', (path) => {
    for (const surface of ALL) expect(target(surface, path)).toBe('404');
  });

  it('lets program paths resolve the host themselves, and probes answer on any host', () => {
    for (const surface of [PORTAL, SITE, CUSTOM, CONSOLE, ROOT])
      expect(target(surface, '/api/v1/branding')).toBe('/api/v1/branding');
    for (const surface of ALL)
      for (const probe of ['/healthz', '/readyz', '/metrics']) expect(target(surface, probe)).toBe(probe);
    expect(target(PORTAL, '/apiary')).toBe('/hosts/acme.localhost/portal/apiary');
  });

  it('switches the image optimiser off: it fetches past the edge and caches across hosts', () => {
    for (const surface of ALL) expect(target(surface, '/_next/image')).toBe('404');
  });

  it('never lets a tenant host leave its own folder, whatever the path', () => {
    const anyPath = fc.array(
      fc.constantFrom(
        '/',
        'hosts',
        '%68osts',
        '..',
        '.',
        '%2e',
        '%2f',
        '\\',
        'globex.localhost',
        'site',
        'api',
        'find',
        '%25',
        'x',
        ';',
        '%00',
      ),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(anyPath, (parts) => {
        const pathname = new URL(`http://h/${parts.join('')}`).pathname;
        const decision = decideRoute(SITE, pathname);
        if (decision.kind === 'not-found') return;
        const own =
          decision.pathname === '/hosts/acme.sites.localhost/site' ||
          decision.pathname.startsWith('/hosts/acme.sites.localhost/site/');
        expect(own || decision.pathname === '/api' || decision.pathname.startsWith('/api/')).toBe(true);
        expect(new URL(`http://h${decision.pathname}`).pathname).toBe(decision.pathname);
      }),
      { numRuns: 2000 },
    );
  });
});
