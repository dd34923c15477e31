'use client';

import { usePathname } from 'next/navigation';

/**
 * The path as the person sees it. Tenant pages are reached through a rewrite to /hosts/<host>/…, and while the server
 * renders, the framework may report the rewritten path; both sides must agree or the page would be rendered twice.
 */
export function useCurrentPath(): string {
  return visiblePath(usePathname() ?? '/');
}

export function visiblePath(path: string): string {
  const rest = path.replace(/^\/hosts\/[^/]+(?:\/\([^/]+\))?/, '');
  return rest === '' ? '/' : rest;
}
