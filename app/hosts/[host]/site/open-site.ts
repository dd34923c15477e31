import 'server-only';
import { cache } from 'react';
import type { SiteLink, SiteView } from '@/components/site/site-types';
import { publishedBrand, type LiveBrand } from '@/lib/core/branding/read-brand';
import { monogramGlyph } from '@/lib/features/branding/monogram';
import { FRONT_PAGE_SLUG, pagePath } from '@/lib/features/pages/rules';
import { listPublishedPages } from '@/lib/features/pages/published-pages';
import type { PublishedPageLink } from '@/lib/features/pages/schema';
import { liveAnnouncements, liveSite } from '@/lib/features/site/live-site';
import { directionOf } from '@/lib/features/site/rules';
import type { EditableSite } from '@/lib/features/site/schema';
import { previewedBrand } from '@/lib/http/brand-preview';
import { siteTags, tagPage } from '@/lib/http/site-cache';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { openHost } from '@/lib/workflows/host-files/open-host';
import { portalOrigin } from '@/lib/workflows/host-files/portal-origin';
import { renderInLanguage } from '@/lib/messages/current-language';
import { languageOf } from '@/lib/messages/locales';
import { resolveNavigation } from '@/lib/workflows/site-view/resolve-navigation';

/** What is published, the same for all, or the draft of the brand, for the browser of its author alone. */
export type SiteLook = 'published' | 'draft';

export interface OpenSite {
  record: HostRecord;
  brand: LiveBrand;
  published: LiveBrand;
  /** This browser sees the draft of the brand. */
  isDraft: boolean;
  settings: EditableSite;
  /** All that is there now, in order. */
  pages: readonly PublishedPageLink[];
  /** The page whose words the front page has; it has no address of its own. */
  frontPath: string;
  view: SiteView;
}

/**
 * The site behind a host, or null for a host that is nobody's. Its published pages are rendered once for all visitors, so nothing here
 * may look at the request, the draft's cookie aside: the host comes from the path, which is part of the cache's key, and counts only
 * once it is resolved.
 */
export const openSite = cache(async (claimed: string, look: SiteLook): Promise<OpenSite | null> => {
  const record = await openHost(claimed, 'site');
  await tagPage(siteTags(claimed, record?.tenantId));
  if (record === null) return null;
  // A paused site shows its name and nothing else.
  const open = record.status === 'active';
  const [published, draft, settings, pages, announcements, origin] = await Promise.all([
    publishedBrand(record),
    look === 'draft' && open ? previewedBrand(record) : null,
    liveSite(record),
    open ? listPublishedPages(record) : [],
    open ? liveAnnouncements(record, 'site') : [],
    open ? portalOrigin(record) : null,
  ]);
  const brand = draft ?? published;
  const { displayName, radius, theme } = brand.tokens;
  const { language, navigation } = settings;
  // The site's language, never the visitor's: the page is the same for all.
  renderInLanguage(languageOf(language));
  const name = settings.siteName || displayName;
  const frontPath = pages.find(({ id }) => id === settings.frontPageId)?.path ?? FRONT_PAGE_SLUG;
  const view: SiteView = {
    name,
    logoUrl: brand.logoUrl,
    logoDarkUrl: brand.logoDarkUrl,
    logoIsMark: brand.logoIsMark,
    theme,
    portal: origin === null ? null : { host: new URL(origin).host, signInUrl: `${origin}/sign-in` },
    glyph: monogramGlyph(name),
    rounded: radius !== 'none',
    pages: pages.filter(({ parentId, path }) => parentId === null && path !== frontPath).map(toLink),
    header: resolveNavigation(navigation.header, pages, frontPath),
    footer: resolveNavigation(navigation.footer, pages, frontPath),
    announcements: announcements.map(({ id, text, tone, linkUrl, linkLabel, updatedAt }) => ({
      ...{ text, tone },
      key: `${id} ${updatedAt}`,
      link: linkUrl === '' ? null : { href: linkUrl, label: linkLabel },
    })),
    tagline: open ? settings.tagline : '',
    footerText: open ? settings.footerText : '',
    language,
    dir: directionOf(language),
    locale: languageOf(language),
  };
  return { record, brand, published, isDraft: draft !== null, settings, pages, frontPath, view };
});

export function toLink({ path, title, description }: PublishedPageLink): SiteLink {
  return { href: pagePath(path), title, description };
}

/**
 * What the render under way is of. Next gives a not-found page no address of its own; the layout, which has it, is rendered first.
 */
export const renderUnderWay = cache((): { host: string | null; look: SiteLook } => ({ host: null, look: 'published' }));
