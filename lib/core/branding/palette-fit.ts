import { contrastRatio, oklchToHex, type Oklch } from './oklch';
import { REQUIRED_PAIRS, type BrandRole } from './roles';

export type PartialPalette = Partial<Record<BrandRole, string>>;

/** The colour as `hex`, moved in lightness only as far as every required pair with a role already in the palette needs. */
export function fit(role: BrandRole, colour: Oklch, away: -1 | 1, palette: PartialPalette): string {
  return moveUntil(colour, away, (hex) => meetsPairs(role, hex, palette));
}

/** The ground on which `hex` as `role` is hardest to see, or null where all are well. */
export function failingGround(role: BrandRole, hex: string, palette: Record<BrandRole, string>): BrandRole | null {
  const failing = REQUIRED_PAIRS.filter(
    ({ front, back, ratioMin }) => front === role && contrastRatio(hex, palette[back]) < ratioMin,
  );
  const [worst] = failing.sort((a, b) => contrastRatio(hex, palette[a.back]) - contrastRatio(hex, palette[b.back]));
  return worst?.back ?? null;
}

export function meetsPairs(role: BrandRole, hex: string, palette: PartialPalette): boolean {
  return REQUIRED_PAIRS.every(({ front, back, ratioMin }) => {
    const other = front === role ? palette[back] : back === role ? palette[front] : undefined;
    return other === undefined || contrastRatio(hex, other) >= ratioMin;
  });
}

export function moveUntil(colour: Oklch, direction: -1 | 1, accept: (hex: string) => boolean): string {
  let lightness = colour.l;
  let hex = oklchToHex(colour);
  while (!accept(hex) && lightness > 0 && lightness < 1) {
    lightness += direction * STEP;
    hex = oklchToHex(atLightness(colour, lightness));
  }
  return hex;
}

/** The same colour lighter or darker. */
export function atLightness(colour: Oklch, lightness: number): Oklch {
  const darkened = Math.min(1, Math.max(0, (colour.l - lightness) / 0.35));
  return { l: lightness, c: colour.c, h: leaningHue(colour.h, darkened) };
}

/** A yellow that is only darkened or greyed turns olive; leaning to orange keeps it golden. */
export function leaningHue(hue: number, amount: number): number {
  const yellowness = Math.max(0, 1 - Math.abs(hue - 103) / 24);
  return hue - 24 * amount * yellowness;
}

const STEP = 0.004;
