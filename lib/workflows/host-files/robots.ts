import 'server-only';
import { isEnabled } from '@/lib/core/flags/snapshot';
import { liveSite, siteGate } from '@/lib/features/site/live-site';
import { hostOrigin } from '@/lib/platform/origins';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { textFile } from './answers';

/** Whether search engines may list a site: its plan and its people say so, it is in service and open to all, and this is its primary host. */
export async function isIndexable(record: HostRecord): Promise<boolean> {
  if (record.status !== 'active' || !record.isPrimary || !(await isEnabled(record, 'site.search_indexing')))
    return false;
  const [{ indexed }, gate] = await Promise.all([liveSite(record), siteGate(record)]);
  return indexed && gate === null;
}

export async function siteRobots(record: HostRecord): Promise<Response> {
  if (!(await isIndexable(record))) return closedRobots();
  return textFile(['User-agent: *', 'Allow: /', `Sitemap: ${hostOrigin(record.host)}/sitemap.xml`]);
}

/** Consoles and portals are nobody's search results. */
export function closedRobots(): Response {
  return textFile(['User-agent: *', 'Disallow: /']);
}
