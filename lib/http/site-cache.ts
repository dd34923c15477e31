import 'server-only';
import { revalidateTag, unstable_cache } from 'next/cache';
import type { Change } from '@/lib/platform/change-bus';

/** Every page of every site; for when it is unknown what changed. */
export const allSites = 'sites';

/** What a site's pages are kept under: its host, and the tenant once it is known whose that is. */
export function siteTags(host: string, tenantId?: string): string[] {
  return [allSites, hostTag(host), ...(tenantId === undefined ? [] : [tenantTag(tenantId)])];
}

/** The tags of the pages that a change makes stale; none for what no site shows. */
export function staleTags({ kind, tenantId, key }: Change): string[] {
  if (!shownOnSites.includes(kind)) return [];
  const tags = [...(tenantId === undefined ? [] : [tenantTag(tenantId)]), ...(key === undefined ? [] : [hostTag(key)])];
  return tags.length > 0 ? tags : [allSites];
}

/**
 * Puts tags on the page that is being rendered, so that it can be dropped by them. Next has no call for this alone: a cached
 * function hands its tags to the page around it, and this one caches nothing worth the name.
 */
export async function tagPage(tags: string[]): Promise<void> {
  await unstable_cache(async () => true, tags, { tags, revalidate: TAG_SECONDS })();
}

/** The next visitor of these pages waits for a new render; nobody gets the old one. Only inside a request. */
export function dropPages(tags: readonly string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
}

const shownOnSites: readonly Change['kind'][] = ['site', 'branding', 'tenant', 'host', 'flags', 'plans', 'settings'];
const TAG_SECONDS = 3600;

// A tag may have 256 characters and a host name 253.
const hostTag = (host: string): string => `h:${host}`;
const tenantTag = (tenantId: string): string => `t:${tenantId}`;
