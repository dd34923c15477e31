import { derivePalette } from '@/lib/core/branding/palette';
import type { BrandRadius, BrandTokens } from '@/lib/core/branding/schema';

/** The first letter or digit of a name, without its accents; null where it is of another script. */
export function monogramLetter(name: string): string | null {
  const first =
    name
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]/u)?.[0]
      ?.toUpperCase() ?? '';
  return first in GLYPHS ? first : null;
}

/**
 * A square mark in the brand's colours. Letters are drawn as strokes, so the picture is the same on a server without fonts.
 * @param shape `tile` has the brand's corners; `bleed` fills the square for systems that cut their own
 */
export function monogramSvg(tokens: BrandTokens, shape: 'tile' | 'bleed'): string {
  const { brand, 'on-brand': ink } = derivePalette(tokens).light;
  const corner = shape === 'bleed' ? 0 : CORNERS[tokens.radius];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128"><rect width="128" height="128" rx="${corner}" fill="${brand}"/>${glyph(tokens, ink)}</svg>`;
}

/** The letter alone, to be drawn large; coordinates are those of `viewBox="0 0 ${width} 70"` plus the stroke. */
export function monogramGlyph(name: string): { path: string; width: number } {
  const letter = monogramLetter(name);
  const [width, path] = (letter === null ? undefined : GLYPHS[letter]) ?? RING;
  return { path, width };
}

function glyph({ displayName, radius }: BrandTokens, ink: string): string {
  const { path, width } = monogramGlyph(displayName);
  const at = `translate(${64 - (width * SCALE) / 2} ${64 - 35 * SCALE}) scale(${SCALE})`;
  const ends = radius === 'none' ? '' : ' stroke-linecap="round" stroke-linejoin="round"';
  return `<path transform="${at}" d="${path}" fill="none" stroke="${ink}" stroke-width="12"${ends}/>`;
}

const SCALE = 0.86;
const CORNERS: Record<BrandRadius, number> = { none: 0, small: 14, medium: 24, large: 36, full: 64 };

const RING: readonly [number, string] = [60, 'M30 8a27 27 0 1 0 .01 0z'];

/** Width, and strokes on a height of 70. */
const GLYPHS: Record<string, readonly [width: number, path: string]> = {
  A: [64, 'M0 70 32 0 64 70M12 46H52'],
  B: [54, 'M0 35H35a17.5 17.5 0 0 1 0 35H0V0H32a17.5 17.5 0 0 1 0 35'],
  C: [62, 'M60 11A35 35 0 1 0 60 59'],
  D: [60, 'M0 0H25a35 35 0 0 1 0 70H0z'],
  E: [48, 'M48 0H0V70H48M0 35H42'],
  F: [48, 'M48 0H0V70M0 37H42'],
  G: [70, 'M60 11A35 35 0 1 0 69.5 40H42'],
  H: [54, 'M0 0V70M54 0V70M0 35H54'],
  I: [0, 'M0 0V70'],
  J: [42, 'M42 0V48a21 22 0 0 1-42 2'],
  K: [50, 'M0 0V70M48 0 0 44M18 28 50 70'],
  L: [46, 'M0 0V70H46'],
  M: [68, 'M0 70V0L34 46 68 0V70'],
  N: [54, 'M0 70V0L54 70V0'],
  O: [70, 'M35 0a35 35 0 1 0 .01 0z'],
  P: [52, 'M0 70V0H32a20 20 0 0 1 0 40H0'],
  Q: [70, 'M35 0a35 35 0 1 0 .01 0zM44 46 68 70'],
  R: [54, 'M0 70V0H32a20 20 0 0 1 0 40H0M30 40 54 70'],
  S: [50, 'M47 12C42 3 33 0 25 0 11 0 2 8 2 18 2 42 50 30 50 52 50 63 39 70 25 70 14 70 5 66 0 57'],
  T: [58, 'M0 0H58M29 0V70'],
  U: [54, 'M0 0V43a27 27 0 0 0 54 0V0'],
  V: [62, 'M0 0 31 70 62 0'],
  W: [84, 'M0 0 21 70 42 12 63 70 84 0'],
  X: [56, 'M0 0 56 70M56 0 0 70'],
  Y: [60, 'M0 0 30 38 60 0M30 38V70'],
  Z: [54, 'M0 0H54L0 70H54'],
  '0': [52, 'M26 0C8 0 0 16 0 35S8 70 26 70 52 54 52 35 44 0 26 0z'],
  '1': [22, 'M0 16 22 0V70'],
  '2': [50, 'M0 19C2 6 12 0 25 0 39 0 49 8 49 20 49 40 0 54 0 70H50'],
  '3': [50, 'M4 0H47L23 28C39 28 50 36 50 49 50 62 39 70 25 70 13 70 4 64 0 55'],
  '4': [56, 'M44 70V0L0 50H56'],
  '5': [50, 'M45 0H8L4 32C10 28 16 26 24 26 40 26 50 34 50 48 50 62 40 70 25 70 14 70 4 65 0 56'],
  '6': [48, 'M38 0 4 34M24 22a24 24 0 1 0 .01 0z'],
  '7': [52, 'M0 0H52L18 70'],
  '8': [38, 'M19 0a16.5 16.5 0 1 0 .01 0zM19 33a18.5 18.5 0 1 0 .01 0z'],
  '9': [48, 'M10 70 44 36M24 0a24 24 0 1 0 .01 0z'],
};
