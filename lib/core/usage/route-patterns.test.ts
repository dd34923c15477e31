import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchConsoleRoute, matchTenantRoute, otherRoute } from './route-patterns';

const app = path.resolve(import.meta.dirname, '../../../app');

describe('routes that exist', () => {
  it.each(pathsOf('hosts/[host]/portal', 'page.tsx'))('portal page %s is counted under its name', (pathname) => {
    expect(matchTenantRoute('portal', pathname, 200)).toMatchObject({ surface: 'portal' });
    expect(matchTenantRoute('portal', pathname, 200).route).not.toBe(otherRoute);
  });

  it.each(pathsOf('(console)', 'page.tsx'))('console page %s is observed under its name', (pathname) => {
    expect(matchConsoleRoute(pathname)).not.toBe(otherRoute);
  });

  it.each(pathsOf('api/portal', 'route.ts').map((pathname) => `/api/portal${pathname}`))(
    'route %s is counted under its name',
    (pathname) => {
      expect(matchTenantRoute('portal', pathname, 200)).toMatchObject({ surface: 'api' });
      expect(matchTenantRoute('portal', pathname, 200).route).not.toBe(otherRoute);
    },
  );
});

describe('matchTenantRoute', () => {
  it('replaces what stands for one thing among many', () => {
    expect(matchTenantRoute('portal', '/members/01a1fc02-7b83-735e-b883-7614632b53a9', 200).route).toBe('/members/:id');
    expect(matchTenantRoute('portal', '/reset-password/secret-token', 200).route).toBe('/reset-password/:token');
  });

  it('gathers made-up addresses under one name', () => {
    for (const pathname of ['/wp-login', '/a/b/c/d', '/members/1/2/3', '/api/nothing/of/the/sort/at/all', '//']) {
      expect([otherRoute, '/']).toContain(matchTenantRoute('portal', pathname, 404).route);
    }
    expect(matchTenantRoute('site', '/made-up', 404).route).toBe(otherRoute);
  });

  it("names a site's own pages to the tenant, and never in the platform's metrics", () => {
    expect(matchTenantRoute('site', '/', 200)).toEqual({ surface: 'site', route: '/', pattern: '/' });
    expect(matchTenantRoute('site', '/about-us', 200)).toEqual({
      surface: 'site',
      route: '/about-us',
      pattern: '/:page',
    });
  });

  it('does not name a page that a redirect made up', () => {
    expect(matchTenantRoute('site', '/about-us', 308).route).toBe(otherRoute);
    expect(matchTenantRoute('site', '/About%20Us', 200).route).toBe(otherRoute);
  });

  it('keeps programs apart on every surface', () => {
    expect(matchTenantRoute('site', '/api/v1/branding', 200)).toMatchObject({
      surface: 'api',
      route: '/api/v1/branding',
    });
    expect(matchTenantRoute('portal', '/apiary', 404).surface).toBe('portal');
  });
});

/** Addresses of the files called `name` under a folder of app, with a value in place of each parameter. */
function pathsOf(folder: string, name: string): string[] {
  const root = path.join(app, folder);
  if (!fs.existsSync(root)) return [];
  return fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === name && !file.includes('[...'))
    .map(
      (file) =>
        `/${path
          .dirname(file)
          .split(path.sep)
          .filter((part) => part !== '.' && !part.startsWith('('))
          .map((part) => part.replace(/^\[.*\]$/, 'x1'))
          .join('/')}`,
    );
}
