import 'server-only';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import { isEnabled } from '@/lib/core/flags/snapshot';
import type { TenantScope } from '@/lib/tenancy/context';
import { monogramSvg } from './monogram';
import { readBrandAsset } from './read-asset';

export const iconSizes = [32, 180, 192, 512] as const;
export type IconSize = (typeof iconSizes)[number];

/** The brand's favicon as a square PNG: the uploaded one where the plan includes it, else the name's initial in its colours. */
export async function brandIcon(scope: TenantScope, brand: LiveBrand, size: IconSize): Promise<Buffer> {
  const uploaded = brand.markUrl !== null && (await isEnabled(scope, 'branding.favicon'));
  const key = `${scope.tenantId} ${brand.version} ${size} ${uploaded}`;
  const held = drawn.get(key);
  if (held) return held;
  const source = uploaded ? await readWhole(scope, brand.markUrl ?? '') : null;
  const icon = await draw(source ?? Buffer.from(monogramSvg(brand.tokens, size === 180 ? 'bleed' : 'tile')), size);
  drawn.set(key, icon);
  return icon;
}

/** A PNG in the ICO container, which `/favicon.ico` promises: one directory of one entry. Sizes up to 255. */
export function toIco(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
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

async function readWhole(scope: TenantScope, url: string): Promise<Buffer | null> {
  const file = await readBrandAsset(scope, url.slice(url.lastIndexOf('/') + 1));
  return file && Buffer.from(await new Response(file.body).arrayBuffer());
}
