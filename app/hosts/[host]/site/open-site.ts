import 'server-only';
import { cache } from 'react';
import type { SiteView } from '@/components/site/site-types';
import { publishedBrand, type LiveBrand } from '@/lib/core/branding/read-brand';
import { monogramGlyph } from '@/lib/features/branding/monogram';
import { FRONT_PAGE_SLUG } from '@/lib/features/pages/rules';
import { listPublishedPages } from '@/lib/features/pages/published-pages';
import { siteTags, tagPage } from '@/lib/http/site-cache';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { openHost } from '@/lib/workflows/host-files/open-host';
import { portalOrigin } from '@/lib/workflows/host-files/portal-origin';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { renderInLanguage } from '@/lib/messages/current-language';
import { languageOf } from '@/lib/messages/locales';

export interface OpenSite {
  record: HostRecord;
  brand: LiveBrand;
  view: SiteView;
}

/**
 * The site behind a host, or null for a host that is nobody's. Its pages are rendered once for all visitors, so nothing here may
 * look at the request: the host comes from the path, which is part of the cache's key, and counts only once it is resolved.
 */
export const openSite = cache(async (claimed: string): Promise<OpenSite | null> => {
  const record = await openHost(claimed, 'site');
  await tagPage(siteTags(claimed, record?.tenantId));
  if (record === null) return null;
  // A paused site shows its name and nothing else.
  const open = record.status === 'active';
  const [brand, { locale }, pages, origin] = await Promise.all([
    publishedBrand(record),
    tenantSettings(record),
    open ? listPublishedPages(record) : [],
    open ? portalOrigin(record) : null,
  ]);
  // The tenant's language, never the visitor's: the page is the same for all.
  renderInLanguage(languageOf(locale));
  const { displayName: name, radius, theme } = brand.tokens;
  const view: SiteView = {
    name,
    logoUrl: brand.logoUrl,
    logoDarkUrl: brand.logoDarkUrl,
    logoIsMark: brand.logoIsMark,
    theme,
    portal: origin === null ? null : { host: new URL(origin).host, signInUrl: `${origin}/sign-in` },
    glyph: monogramGlyph(name),
    rounded: radius !== 'none',
    pages: pages
      .filter(({ slug }) => slug !== FRONT_PAGE_SLUG)
      .map(({ slug, title, description }) => ({ slug, title, description })),
  };
  return { record, brand, view };
});
