import { hexToOklch } from './oklch';
import type { BrandTokens } from './schema';

/** Whether a logo is a sign without letters, judged by its shape: words make a logo wide. */
export function isMark({ width, height }: { width: number; height: number }): boolean {
  return width < height * 1.6;
}

/** A brand as another tenant may start from it: pictures are their owner's alone. */
export function withoutPictures(tokens: BrandTokens): BrandTokens {
  const { logoLightAssetId: _light, logoDarkAssetId: _dark, faviconAssetId: _icon, ...rest } = tokens;
  const { signInPictureAssetId: _picture, ...own } = rest;
  return own;
}

export interface Tones {
  brandColour: string;
  accentColour: string;
}

/**
 * The two tones of a logo that has two: the most characteristic colour, and the first of the others that nobody would take for a shade
 * of it. Null for a logo of one colour, and for one of so many that none of them is its second.
 * @param colours as proposed for a logo, the most characteristic first
 */
export function tonesOf(colours: readonly string[]): Tones | null {
  const [brandColour, ...others] = colours;
  if (brandColour === undefined || others.length > TONES_OTHERS_MAX) return null;
  const { h } = hexToOklch(brandColour);
  const accentColour = others.find((other) => {
    const { c, h: hue } = hexToOklch(other);
    const apart = Math.abs(((hue - h + 540) % 360) - 180);
    return c >= TONE_CHROMA_MIN && apart >= TONE_HUE_MIN;
  });
  return accentColour === undefined ? null : { brandColour, accentColour };
}

const TONES_OTHERS_MAX = 2;
const TONE_CHROMA_MIN = 0.06;
const TONE_HUE_MIN = 35;

/** What people call a colour, for sentences about it. */
export function colourName(hex: string): (typeof HUES)[number][1] | 'grey' {
  const { c, h } = hexToOklch(hex);
  if (c < 0.03) return 'grey';
  return HUES.find(([until]) => h < until)?.[1] ?? 'pink';
}

/** Hue in OKLCH up to which a name holds. */
const HUES = [
  [10, 'pink'],
  [42, 'red'],
  [75, 'orange'],
  [118, 'yellow'],
  [165, 'green'],
  [220, 'cyan'],
  [275, 'blue'],
  [320, 'violet'],
] as const;
