import 'server-only';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import { derivePalette } from '@/lib/core/branding/palette';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import { isEnabled } from '@/lib/core/flags/snapshot';
import type { TenantScope } from '@/lib/tenancy/context';
import { monogramSvg } from './monogram';
import { readBrandAsset } from './read-asset';

export const iconSizes = [16, 32, 48, 180, 192, 512] as const;
export type IconSize = (typeof iconSizes)[number];
/** `maskable`: a full square whose middle four fifths hold the mark, for systems that cut their own shape (W3C manifest icons). */
export type IconShape = 'own' | 'maskable';

/** The brand's favicon as a square PNG: the uploaded one where the plan includes it, else the name's initial in its colours. */
export async function brandIcon(
  scope: TenantScope,
  brand: LiveBrand,
  size: IconSize,
  shape: IconShape = 'own',
): Promise<Buffer> {
  const uploaded = brand.markUrl !== null && (await isEnabled(scope, 'branding.favicon'));
  const key = `${scope.tenantId} ${brand.revision} ${size} ${shape} ${uploaded}`;
  const held = drawn.get(key);
  if (held) return held;
  const source = uploaded ? await readWhole(scope, brand.markUrl ?? '') : null;
  const bleed = shape === 'maskable' || size === 180;
  const drawing = source ?? Buffer.from(monogramSvg(brand.tokens, bleed ? 'bleed' : 'tile'));
  const icon = await (source !== null && shape === 'maskable' ? inset(source, brand, size) : draw(drawing, size));
  drawn.set(key, icon);
  return icon;
}

/** PNGs in the ICO container, which `/favicon.ico` promises: a directory, then the pictures. Sizes up to 255. */
export function toIco(icons: readonly { png: Buffer; size: number }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * icons.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(icons.length, 4);
  let offset = head.length;
  for (const [index, { png, size }] of icons.entries()) {
    const entry = 6 + 16 * index;
    head.writeUInt8(size, entry);
    head.writeUInt8(size, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...icons.map(({ png }) => png)]);
}

const drawn = new LRUCache<string, Buffer>({ maxSize: 8_000_000, sizeCalculation: (png) => png.length + 100 });

function draw(source: Buffer, size: IconSize): Promise<Buffer> {
  // A drawing is laid out at the size it is wanted in; its own unit is 128.
  const picture = sharp(source, { density: (72 * size) / 128 }).resize(size, size, {
    fit: 'contain',
    background: '#0000',
  });
  // A home screen shows transparent parts of the 180-pixel icon as black.
  return (size === 180 ? picture.flatten({ background: '#ffffff' }) : picture).png({ compressionLevel: 9 }).toBuffer();
}

/** An uploaded mark may reach its edges, where a system's shape would cut it: it is drawn smaller, on the brand's lightest ground. */
function inset(source: Buffer, { tokens }: LiveBrand, size: IconSize): Promise<Buffer> {
  const inner = Math.round(size * 0.64);
  const border = Math.floor((size - inner) / 2);
  const background = derivePalette(tokens).light.raised;
  return sharp(source)
    .resize(inner, inner, { fit: 'contain', background: '#0000' })
    .extend({
      top: border,
      left: border,
      bottom: size - inner - border,
      right: size - inner - border,
      background: '#0000',
    })
    .flatten({ background })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

async function readWhole(scope: TenantScope, url: string): Promise<Buffer | null> {
  const file = await readBrandAsset(scope, url.slice(url.lastIndexOf('/') + 1));
  return file && Buffer.from(await new Response(file.body).arrayBuffer());
}
