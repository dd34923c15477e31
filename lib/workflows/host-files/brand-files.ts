import 'server-only';
import { publishedBrand, type LiveBrand } from '@/lib/core/branding/read-brand';
import { brandIcon, iconSizes, toIco } from '@/lib/features/branding/brand-icon';
import { sharePicture } from '@/lib/features/branding/share-picture';
import { FRONT_PAGE_SLUG } from '@/lib/features/pages/rules';
import { listPublishedPages } from '@/lib/features/pages/published-pages';
import { translator } from '@/lib/messages/translator';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { file, nothingHere, pngFile } from './answers';

export async function favicon(record: HostRecord): Promise<Response> {
  const brand = await publishedBrand(record);
  const icons = await Promise.all(
    ([16, 32, 48] as const).map(async (size) => ({ size, png: await brandIcon(record, brand, size) })),
  );
  return file(new Uint8Array(toIco(icons)), 'image/x-icon', 3600);
}

/** Files under `/brand`: the icon in the sizes that systems ask for, and the picture of a shared link. */
export async function brandFile(record: HostRecord, name: string, search: URLSearchParams): Promise<Response> {
  const brand = await publishedBrand(record);
  if (name === 'share.png') {
    const words = await shareWords(record, brand, search.get('page'));
    return words === undefined ? nothingHere() : pngFile(await sharePicture(record, brand, words));
  }
  if (name === 'maskable-512.png') return pngFile(await brandIcon(record, brand, 512, 'maskable'));
  if (name === 'maskable-192.png') return pngFile(await brandIcon(record, brand, 192, 'maskable'));
  const size = iconSizes.find((known) => name === `icon-${known}.png`);
  return size === undefined ? nothingHere() : pngFile(await brandIcon(record, brand, size));
}

/**
 * The words on a picture are looked up, never taken from its address: nobody can have a tenant's brand say something. A paused site
 * shows its name alone; a page that is not published has no picture.
 */
async function shareWords(
  record: HostRecord,
  brand: LiveBrand,
  page: string | null,
): Promise<string | null | undefined> {
  const { displayName: name } = brand.tokens;
  if (record.surface === 'portal') return page === null ? translator('signIn')('titleAt', { name }) : undefined;
  if (page === null) return null;
  if (record.status !== 'active') return undefined;
  const title = (await listPublishedPages(record)).find(({ slug }) => slug === page)?.title;
  return title === name ? null : title;
}

/** The web app manifest (W3C): a portal on somebody's home screen is the tenant's, not ours. */
export async function manifest(record: HostRecord): Promise<Response> {
  const brand = await publishedBrand(record);
  const { displayName, theme } = brand.tokens;
  const ground = brand.themeColours[theme === 'dark' ? 'dark' : 'light'];
  const icon = (name: string, size: number, purpose: string) => ({
    src: brandFileUrl(brand, `${name}-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const body = {
    // Stays the same through every change of name and start page, so that an installed app stays one app.
    id: '/',
    scope: '/',
    start_url: '/',
    name: displayName,
    short_name: displayName.length > 12 ? (displayName.split(/\s+/)[0] ?? displayName).slice(0, 12) : displayName,
    display: record.surface === 'portal' ? 'standalone' : 'browser',
    background_color: ground,
    theme_color: ground,
    icons: [
      icon('icon', 192, 'any'),
      icon('icon', 512, 'any'),
      icon('maskable', 192, 'maskable'),
      icon('maskable', 512, 'maskable'),
    ],
  };
  return file(JSON.stringify(body), 'application/manifest+json', 300);
}

/** The version in the address makes browsers ask again after a publication. */
export function brandFileUrl(brand: LiveBrand, name: string): string {
  return `/brand/${name}?v=${brand.revision}`;
}

/** The picture of a page's link; it changes with the brand and with the page. */
export function sharePictureUrl(brand: LiveBrand, page: { slug: string; updatedAt: string } | null): string {
  const plain = brandFileUrl(brand, 'share.png');
  if (page === null || page.slug === FRONT_PAGE_SLUG) return plain;
  return `${plain}-${Date.parse(page.updatedAt).toString(36)}&page=${encodeURIComponent(page.slug)}`;
}

/** What a page's head says about icons: sizes for tabs, bookmarks and home screens. */
export function brandIcons(brand: LiveBrand) {
  const icon = (size: number) => ({
    url: brandFileUrl(brand, `icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
  });
  return { icon: [icon(32), icon(192)], apple: { ...icon(180) } };
}
