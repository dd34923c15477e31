import 'server-only';
import sharp from 'sharp';
import { porticoBrand } from '@/lib/core/branding/defaults';
import { derivePalette } from '@/lib/core/branding/palette';
import { themeColours } from '@/lib/core/branding/css';
import { toIco } from '@/lib/features/branding/brand-icon';
import { file } from './answers';

/** Icon of the console and of the find-your-portal page. */
export async function ownFavicon(): Promise<Response> {
  icon ??= toIco(await Promise.all(FAVICON_SIZES.map(async (size) => ({ size, png: await draw(size) }))));
  return file(new Uint8Array(icon), 'image/x-icon', 86_400);
}

/** Manifest of the console and of the find-your-portal page. */
export function ownManifest(name: string): Response {
  const { light } = themeColours(porticoBrand);
  const body = {
    id: '/',
    scope: '/',
    name,
    short_name: porticoBrand.displayName,
    start_url: '/',
    display: 'standalone',
    background_color: light,
    theme_color: light,
    icons: [{ src: '/favicon.ico', sizes: '16x16 32x32 48x48', type: 'image/x-icon' }],
  };
  return file(JSON.stringify(body), 'application/manifest+json', 3600);
}

const FAVICON_SIZES = [16, 32, 48] as const;
let icon: Buffer | undefined;

function draw(size: number): Promise<Buffer> {
  return sharp(Buffer.from(mark()), { density: (72 * size) / 128 })
    .resize(size, size)
    .png()
    .toBuffer();
}

/** The gable on three columns (components/shell/wordmark.tsx) on a tile of its colour. */
function mark(): string {
  const { brand, 'on-brand': ink } = derivePalette(porticoBrand).light;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${brand}"/><g fill="${ink}" transform="translate(6 6) scale(1.25)"><path d="M8 1.25 15 5.5v1.25H1V5.5z"/><path d="M2.5 8H4.5v5h-2zM7 8h2v5H7zM11.5 8h2v5h-2z"/><path d="M1 14h14v1.25H1z"/></g></svg>`;
}
