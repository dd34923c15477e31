import 'server-only';
import { FRONT_PAGE_SLUG } from '@/lib/features/pages/rules';
import { listPublishedPages } from '@/lib/features/pages/published-pages';
import { liveSite } from '@/lib/features/site/live-site';
import { hostOrigin } from '@/lib/platform/origins';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { file, nothingHere } from './answers';
import { isIndexable } from './robots';

/** The published pages, for search engines (sitemaps.org 0.9). Slugs and origins are of a shape that needs no escaping. */
export async function sitemap(record: HostRecord): Promise<Response> {
  if (!(await isIndexable(record))) return nothingHere();
  const origin = hostOrigin(record.host);
  const [all, { frontPageId }] = await Promise.all([listPublishedPages(record), liveSite(record)]);
  const front = all.find(({ id }) => id === frontPageId)?.path ?? FRONT_PAGE_SLUG;
  const pages = all.filter(({ path, noIndex }) => path !== front && !noIndex);
  const hasStart = all.every(({ path, noIndex }) => path !== front || !noIndex);
  const urls = [
    ...(hasStart ? [`<url><loc>${origin}/</loc></url>`] : []),
    ...pages.map(({ path, updatedAt }) => `<url><loc>${origin}/${path}</loc><lastmod>${updatedAt}</lastmod></url>`),
  ];
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  // As long as the pages themselves may be kept: a site that is paused or withdrawn is gone within the minute, its list included.
  return file(body, 'application/xml; charset=utf-8', 60);
}
