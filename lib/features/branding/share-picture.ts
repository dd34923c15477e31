import 'server-only';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import { derivePalette } from '@/lib/core/branding/palette';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import type { TenantScope } from '@/lib/tenancy/context';
import { monogramGlyph } from './monogram';
import { readBrandAsset } from './read-asset';

/** What other places show beside a link to the site (og:image): the logo on the brand's ground, or the initial on its colour. */
export async function sharePicture(scope: TenantScope, brand: LiveBrand): Promise<Buffer> {
  const key = `${scope.tenantId} ${brand.version}`;
  const held = drawn.get(key);
  if (held) return held;
  const logo = await fitLogo(scope, brand.logoPngUrl);
  const ground = sharp(Buffer.from(logo ? plainGround(brand) : lettered(brand)));
  const picture = await (logo ? ground.composite([{ input: logo, gravity: 'centre' }]) : ground)
    .png({ compressionLevel: 9 })
    .toBuffer();
  drawn.set(key, picture);
  return picture;
}

const WIDTH = 1200;
const HEIGHT = 630;
const drawn = new LRUCache<string, Buffer>({ maxSize: 8_000_000, sizeCalculation: (png) => png.length + 100 });

async function fitLogo(scope: TenantScope, url: string | null): Promise<Buffer | null> {
  const file = url === null ? null : await readBrandAsset(scope, url.slice(url.lastIndexOf('/') + 1));
  if (!file) return null;
  const bytes = Buffer.from(await new Response(file.body).arrayBuffer());
  return sharp(bytes).resize(640, 260, { fit: 'inside' }).png().toBuffer();
}

function plainGround({ tokens }: LiveBrand): string {
  const { raised, brand } = derivePalette(tokens).light;
  return svg(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${raised}"/><rect y="${HEIGHT - 20}" width="${WIDTH}" height="20" fill="${brand}"/>`,
  );
}

function lettered({ tokens }: LiveBrand): string {
  const { brand, 'on-brand': ink } = derivePalette(tokens).light;
  const { path, width } = monogramGlyph(tokens.displayName);
  const at = `translate(${(WIDTH - width * 4) / 2} ${(HEIGHT - 70 * 4) / 2}) scale(4)`;
  return svg(
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${brand}"/><path transform="${at}" d="${path}" fill="none" stroke="${ink}" stroke-width="12"/>`,
  );
}

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${content}</svg>`;
}
