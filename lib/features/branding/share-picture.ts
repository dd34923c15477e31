import 'server-only';
import { LRUCache } from 'lru-cache';
import sharp, { type OverlayOptions } from 'sharp';
import { derivePalette } from '@/lib/core/branding/palette';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import type { ThemePalette } from '@/lib/core/branding/roles';
import type { TenantScope } from '@/lib/tenancy/context';
import { lettering } from './lettering';
import { monogramGlyph, monogramSvg } from './monogram';
import { readBrandAsset } from './read-asset';

/**
 * What other places show beside a link (og:image), 1200 × 630: the logo and the words on the brand's ground. Without words, or with
 * words that the fonts can't write, the logo alone, or the initial on the brand's colour.
 * @param words title of a page; never anything that a visitor typed
 */
export async function sharePicture(scope: TenantScope, brand: LiveBrand, words: string | null): Promise<Buffer> {
  const key = `${scope.tenantId} ${brand.revision} ${words ?? ''}`;
  const held = drawn.get(key);
  if (held) return held;
  const picture = (words === null ? null : await worded(scope, brand, words)) ?? (await plain(scope, brand));
  drawn.set(key, picture);
  return picture;
}

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 88;
const LOGO = { width: 520, height: 112 };
const drawn = new LRUCache<string, Buffer>({ maxSize: 16_000_000, sizeCalculation: (png) => png.length + 100 });

async function worded(scope: TenantScope, brand: LiveBrand, words: string): Promise<Buffer | null> {
  const { tokens } = brand;
  const palette = derivePalette(tokens).light;
  const room = WIDTH - 2 * MARGIN;
  const size = words.length > 60 ? 60 : 76;
  const title = await lettering(words, tokens.font, { size, width: room, lines: 3, ink: palette.text });
  if (title === null) return null;
  const ground = svg(
    `${groundOf(palette)}<g transform="translate(${MARGIN} ${HEIGHT - MARGIN - title.height})">${title.svg}</g>`,
  );
  const head = (await fitLogo(scope, brand.logoPngUrl, LOGO)) ?? (await signature(brand, palette));
  return compose(ground, [{ input: head, left: MARGIN, top: MARGIN - 8 }]);
}

/** The sign and the name, where nobody uploaded a logo. */
async function signature({ tokens }: LiveBrand, palette: ThemePalette): Promise<Buffer> {
  const side = 72;
  const gap = 24;
  const box = { size: 40, width: WIDTH - 2 * MARGIN - side - gap, lines: 1, ink: palette.text };
  const name = await lettering(tokens.displayName, tokens.font, box);
  const tile = monogramSvg(tokens, 'tile').replace('<svg ', `<svg width="${side}" height="${side}" `);
  const text =
    name === null ? '' : `<g transform="translate(${side + gap} ${(side - name.height) / 2})">${name.svg}</g>`;
  const width = Math.ceil(side + gap + (name?.width ?? 0) + 4);
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${side}">${tile}${text}</svg>`);
}

async function plain(scope: TenantScope, brand: LiveBrand): Promise<Buffer> {
  const logo = await fitLogo(scope, brand.logoPngUrl, { width: 640, height: 260 });
  if (logo === null) return compose(lettered(brand), []);
  return compose(svg(groundOf(derivePalette(brand.tokens).light)), [{ input: logo, gravity: 'centre' }]);
}

function compose(ground: string, layers: OverlayOptions[]): Promise<Buffer> {
  return sharp(Buffer.from(ground)).composite(layers).flatten().png({ compressionLevel: 9 }).toBuffer();
}

async function fitLogo(
  scope: TenantScope,
  url: string | null,
  box: { width: number; height: number },
): Promise<Buffer | null> {
  const file = url === null ? null : await readBrandAsset(scope, url.slice(url.lastIndexOf('/') + 1));
  if (!file) return null;
  const bytes = Buffer.from(await new Response(file.body).arrayBuffer());
  return sharp(bytes).resize(box.width, box.height, { fit: 'inside' }).png().toBuffer();
}

function groundOf({ raised, brand }: ThemePalette): string {
  return `<rect width="${WIDTH}" height="${HEIGHT}" fill="${raised}"/><rect y="${HEIGHT - 20}" width="${WIDTH}" height="20" fill="${brand}"/>`;
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
