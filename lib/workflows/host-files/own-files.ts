import 'server-only';
import sharp from 'sharp';
import { derivePalette } from '@/lib/core/branding/palette';
import { themeColours } from '@/lib/core/branding/css';
import { platformLook } from '@/lib/core/branding/platform-brand';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { toIco } from '@/lib/features/branding/brand-icon';
import { readPlatformPicture } from '@/lib/features/platform-brand/read-picture';
import { file } from './answers';

/** Icon of the console and of the find-your-portal page: the uploaded one, else Portico's mark in the platform's colours. */
export async function ownFavicon(): Promise<Response> {
  const { tokens, markUrl } = await platformLook();
  const key = `${markUrl} ${tokens.brandColour}`;
  if (drawn?.key !== key) {
    const source = (markUrl === null ? null : await readPicture(markUrl)) ?? Buffer.from(mark(tokens));
    drawn = {
      key,
      icon: toIco(await Promise.all(FAVICON_SIZES.map(async (size) => ({ size, png: await draw(source, size) })))),
    };
  }
  // An hour, as a tenant's: the address stays when the brand changes.
  return file(new Uint8Array(drawn.icon), 'image/x-icon', 3600);
}

/** Manifest of the console and of the find-your-portal page. */
export async function ownManifest(name: string): Promise<Response> {
  const { tokens, markUrl } = await platformLook();
  const { light } = themeColours(tokens);
  const uploaded = markUrl === null ? [] : [{ src: markUrl, sizes: '512x512', type: 'image/png' }];
  const body = {
    id: '/',
    scope: '/',
    name,
    short_name: tokens.displayName,
    start_url: '/',
    display: 'standalone',
    background_color: light,
    theme_color: light,
    icons: [...uploaded, { src: '/favicon.ico', sizes: '16x16 32x32 48x48', type: 'image/x-icon' }],
  };
  return file(JSON.stringify(body), 'application/manifest+json', 3600);
}

const FAVICON_SIZES = [16, 32, 48] as const;
let drawn: { key: string; icon: Buffer } | undefined;

async function readPicture(url: string): Promise<Buffer | null> {
  const picture = await readPlatformPicture(url.slice(url.lastIndexOf('/') + 1));
  return picture && Buffer.from(await new Response(picture.body).arrayBuffer());
}

function draw(source: Buffer, size: number): Promise<Buffer> {
  return sharp(source, { density: (72 * size) / 128 })
    .resize(size, size, { fit: 'contain', background: '#0000' })
    .png()
    .toBuffer();
}

/** The gable on three columns (components/shell/wordmark.tsx) on a tile of its colour. */
function mark(tokens: BrandTokens): string {
  const { brand, 'on-brand': ink } = derivePalette(tokens).light;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${brand}"/><g fill="${ink}" transform="translate(6 6) scale(1.25)"><path d="M8 1.25 15 5.5v1.25H1V5.5z"/><path d="M2.5 8H4.5v5h-2zM7 8h2v5H7zM11.5 8h2v5h-2z"/><path d="M1 14h14v1.25H1z"/></g></svg>`;
}
