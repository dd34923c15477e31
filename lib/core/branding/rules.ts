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
