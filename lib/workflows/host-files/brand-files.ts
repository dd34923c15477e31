import 'server-only';
import { publishedBrand, type LiveBrand } from '@/lib/core/branding/read-brand';
import { brandIcon, iconSizes, toIco } from '@/lib/features/branding/brand-icon';
import { sharePicture } from '@/lib/features/branding/share-picture';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { file, nothingHere, pngFile } from './answers';

export async function favicon(record: HostRecord): Promise<Response> {
  const icon = await brandIcon(record, await publishedBrand(record), 32);
  return file(new Uint8Array(toIco(icon, 32)), 'image/x-icon', 3600);
}

/** Files under `/brand`: the icon in the sizes that systems ask for, and the picture of a shared link. */
export async function brandFile(record: HostRecord, name: string): Promise<Response> {
  const brand = await publishedBrand(record);
  if (name === 'share.png') return pngFile(await sharePicture(record, brand));
  const size = iconSizes.find((known) => name === `icon-${known}.png`);
  return size === undefined ? nothingHere() : pngFile(await brandIcon(record, brand, size));
}

/** The web app manifest: a portal on somebody's home screen is the tenant's, not ours. */
export async function manifest(record: HostRecord): Promise<Response> {
  const brand = await publishedBrand(record);
  const { displayName, theme } = brand.tokens;
  const ground = brand.themeColours[theme === 'dark' ? 'dark' : 'light'];
  const body = {
    name: displayName,
    short_name: displayName.length > 12 ? (displayName.split(/\s+/)[0] ?? displayName).slice(0, 12) : displayName,
    start_url: '/',
    display: record.surface === 'portal' ? 'standalone' : 'browser',
    background_color: ground,
    theme_color: ground,
    icons: [192, 512].map((size) => ({
      src: brandFileUrl(brand, `icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
    })),
  };
  return file(JSON.stringify(body), 'application/manifest+json', 300);
}

/** The version in the address makes browsers ask again after a publication. */
export function brandFileUrl(brand: LiveBrand, name: string): string {
  return `/brand/${name}?v=${brand.version}`;
}
