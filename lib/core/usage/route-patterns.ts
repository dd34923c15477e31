import type { UsageSurface } from './schema';

/**
 * Every route that is counted under its own name, `:x` standing for one segment. What is not here counts as `other`, so that nobody
 * can fill the tables by asking for made-up addresses. A test compares these with the pages and routes that exist.
 */
const portalRoutes = [
  '/',
  '/sign-in',
  '/forgot-password',
  '/reset-password/:token',
  '/invitations/:token',
  '/suspended',
  '/usage',
  '/members',
  '/members/invitations',
  '/members/:id',
  '/branding',
  '/branding/history',
  '/site',
  '/site/new',
  '/site/navigation',
  '/site/announcements',
  '/site/settings',
  '/site/code',
  '/site/code/history',
  '/site/:id',
  '/domains',
  '/domains/:id',
  '/features',
  '/security',
  '/audit',
  '/settings',
  '/account',
] as const;

const apiRoutes = [
  '/api/auth/:action',
  '/api/portal/usage',
  '/api/portal/usage/export',
  '/api/portal/members',
  '/api/portal/members/invitations',
  '/api/portal/audit',
  '/api/portal/audit/export',
  '/api/portal/dashboard',
  '/api/portal/features',
  '/api/portal/domains',
  '/api/portal/pages',
  '/api/portal/sessions',
  '/api/portal/:feature',
  '/api/portal/:feature/:part',
  '/api/v1/branding',
] as const;

const consoleRoutes = [
  '/',
  '/sign-in',
  '/forgot-password',
  '/reset-password/:token',
  '/tenants',
  '/tenants/new',
  '/tenants/:slug',
  '/tenants/:slug/:tab',
  '/analytics',
  '/plans',
  '/flags',
  '/domains',
  '/health',
  '/fleet',
  '/audit',
  '/jobs',
  '/outbox',
  '/settings',
  '/settings/branding',
  '/account',
] as const;

export const otherRoute = 'other';
const sitePage = '/:page';

export interface MatchedRoute {
  surface: UsageSurface;
  /** For usage: a site's pages keep their names. */
  route: string;
  /** For metrics of the whole platform: only names from the lists above. */
  pattern: string;
}

/**
 * @param pathname as the browser asked for it
 * @param status a site's own pages are named only where they exist: their number is the tenant's, made-up ones are endless
 */
export function matchTenantRoute(surface: 'portal' | 'site', pathname: string, status: number): MatchedRoute {
  if (isProgramPath(pathname)) return same('api', match(apiRoutes, pathname));
  if (surface === 'portal') return same('portal', match(portalRoutes, pathname));
  if (pathname === '/') return same('site', '/');
  const exists = status === 200 || status === 304;
  return exists && isPagePath(pathname) ? { surface, route: pathname, pattern: sitePage } : same('site', otherRoute);
}

export function matchConsoleRoute(pathname: string): string {
  return isProgramPath(pathname) ? '/api' : match(consoleRoutes, pathname);
}

function same(surface: UsageSurface, route: string): MatchedRoute {
  return { surface, route, pattern: route };
}

function match(patterns: readonly string[], pathname: string): string {
  const segments = split(pathname);
  return patterns.find((pattern) => fits(split(pattern), segments)) ?? otherRoute;
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((part, index) => part.startsWith(':') || part === segments[index])
  );
}

function split(pathname: string): string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}

function isProgramPath(pathname: string): boolean {
  return /^\/(api|ofrep|scim)(\/|$)/.test(pathname);
}

function isPagePath(pathname: string): boolean {
  return pathname.length <= 120 && /^(\/[a-z0-9]+(-[a-z0-9]+)*){1,3}$/.test(pathname);
}
