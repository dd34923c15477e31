import { contrastRatio, hexToOklch, oklchToHex, type Oklch } from './oklch';
import { atLightness, fit, leaningHue, meetsPairs, moveUntil } from './palette-fit';
import { RECIPES, type NeutralRole, type ThemeRecipe } from './palette-recipes';
import { listRepairs, type PaletteRepair } from './palette-repairs';
import type { ThemeName, ThemePalette } from './roles';
import type { BrandTokens, NeutralTint } from './schema';

export interface Palette {
  light: ThemePalette;
  dark: ThemePalette;
  repairs: PaletteRepair[];
}

export type PaletteSource = Pick<BrandTokens, 'brandColour' | 'accentColour' | 'neutralTint' | 'neutralColour'>;

/**
 * Derives every colour of both themes from one to three colours: brand, accent and the greys'. Whatever comes in, each pair of REQUIRED_PAIRS meets its
 * ratio; where the given colour could not, the change is listed so that the person can see what was done to it.
 */
export function derivePalette(source: PaletteSource): Palette {
  const key = `${source.brandColour} ${source.accentColour ?? ''} ${source.neutralTint} ${source.neutralColour ?? ''}`;
  const known = derived.get(key);
  if (known !== undefined) return known;
  // Every page render needs a palette; a full table starts over, which costs half a millisecond per brand.
  if (derived.size >= DERIVED_MAX) derived.clear();
  const palette = derive(source);
  derived.set(key, palette);
  return palette;
}

const DERIVED_MAX = 1000;
const derived = new Map<string, Palette>();

function derive(source: PaletteSource): Palette {
  const light = deriveTheme('light', source);
  const dark = deriveTheme('dark', source);
  return { light: light.palette, dark: dark.palette, repairs: [...light.repairs, ...dark.repairs] };
}

function deriveTheme(theme: ThemeName, source: PaletteSource): { palette: ThemePalette; repairs: PaletteRepair[] } {
  const recipe = RECIPES[theme];
  const brandHex = source.brandColour;
  const accentHex = source.accentColour ?? brandHex;
  const accent = hexToOklch(accentHex);

  const neutrals = deriveNeutrals(recipe, hexToOklch(source.neutralColour ?? brandHex), source.neutralTint);
  const soft = { l: recipe.soft.l, c: Math.min(recipe.soft.cMax, accent.c * recipe.soft.share), h: accent.h };
  const grounds = { ...neutrals, 'accent-soft': fit('accent-soft', soft, opposite(recipe.away), neutrals) };
  const brandFill = deriveFill(brandHex, recipe, (hex) => meetsPairs('brand', hex, grounds));
  const accentFill = deriveFill(accentHex, recipe, (hex) => meetsPairs('accent', hex, grounds));

  const palette: ThemePalette = {
    ...grounds,
    brand: brandFill.fill,
    'brand-hover': brandFill.hover,
    'on-brand': brandFill.ink,
    accent: accentFill.fill,
    'accent-hover': accentFill.hover,
    'on-accent': accentFill.ink,
    'accent-text': fit('accent-text', towards(accent, recipe.link, recipe.away), recipe.away, grounds),
    focus: fit('focus', towards(accent, recipe.focus, recipe.away), recipe.away, grounds),
  };
  return { palette, repairs: listRepairs(theme, palette, { brandHex, accentHex }) };
}

// Below this chroma a colour has no hue worth speaking of.
const ACHROMATIC_CHROMA = 0.025;
const TINT_FACTOR: Record<NeutralTint, number> = { none: 0, subtle: 1, strong: 2.2 };

function deriveNeutrals(recipe: ThemeRecipe, hue: Oklch, tint: NeutralTint): Record<NeutralRole, string> {
  const factor = hue.c < ACHROMATIC_CHROMA ? 0 : TINT_FACTOR[tint];
  const start = (role: NeutralRole): Oklch => {
    const [l, c] = recipe.neutrals[role];
    return { l, c: c * factor, h: leaningHue(hue.h, 1) };
  };
  const ground = (role: NeutralRole) => oklchToHex(start(role));
  const grounds = {
    surface: ground('surface'),
    raised: ground('raised'),
    sunken: ground('sunken'),
    hover: ground('hover'),
    'control-bg': ground('control-bg'),
    border: ground('border'),
  };
  const front = (role: NeutralRole) => fit(role, start(role), recipe.away, grounds);
  return {
    ...grounds,
    'border-strong': front('border-strong'),
    text: front('text'),
    muted: front('muted'),
    subtle: front('subtle'),
  };
}

interface Fill {
  fill: string;
  hover: string;
  ink: string;
}

/** A filled area in the given colour, with text that can be read on it at rest and under the pointer. */
function deriveFill(hex: string, recipe: ThemeRecipe, isVisible: (hex: string) => boolean): Fill {
  const visible = isVisible(hex) ? hex : makeVisible(hexToOklch(hex), recipe, isVisible);
  const fill = darkenForWhite(visible, isVisible);
  const ink = contrastRatio('#ffffff', fill) >= TEXT_RATIO ? '#ffffff' : darkInk(fill);
  return { fill, ink, hover: hoverOf(fill, ink) };
}

const TEXT_RATIO = 4.5;
// White text that is nearly readable is worth a slightly darker fill; below this the fill would lose its character.
const NEARLY_READABLE = 3.5;
const INK = '#15171c';
const HOVER_SHIFT = 0.045;

function makeVisible(colour: Oklch, recipe: ThemeRecipe, isVisible: (hex: string) => boolean): string {
  const start = colour.c < ACHROMATIC_CHROMA ? { ...colour, l: recipe.achromaticLightness } : colour;
  return moveUntil(start, recipe.away, isVisible);
}

function darkenForWhite(hex: string, isVisible: (hex: string) => boolean): string {
  const ratio = contrastRatio('#ffffff', hex);
  if (ratio >= TEXT_RATIO || ratio < NEARLY_READABLE) return hex;
  const darker = moveUntil(hexToOklch(hex), -1, (candidate) => contrastRatio('#ffffff', candidate) >= TEXT_RATIO);
  return isVisible(darker) ? darker : hex;
}

/** Where white can't be read, black always can: no colour is closer than 4.58:1 to both. */
function darkInk(fill: string): string {
  return contrastRatio(INK, fill) >= TEXT_RATIO ? INK : '#000000';
}

function hoverOf(fill: string, ink: string): string {
  const colour = hexToOklch(fill);
  // White text gains from a darker fill and dark text from a lighter one; at the ends there is no room, so the fill turns back.
  const wanted = ink === '#ffffff' ? (colour.l < 0.32 ? 3 : -1) : colour.l > 0.8 ? -1 : 1;
  for (let shift = wanted * HOVER_SHIFT; Math.abs(shift) > 0.005; shift *= 0.8) {
    const hex = oklchToHex(atLightness(colour, colour.l + shift));
    if (contrastRatio(ink, hex) >= TEXT_RATIO) return hex;
  }
  return fill;
}

/** At least as far from the ground as the recipe says; a brand that is already further keeps its own lightness. */
function towards(colour: Oklch, target: { l: number; cMax: number }, away: -1 | 1): Oklch {
  const lightness = away === -1 ? Math.min(colour.l, target.l) : Math.max(colour.l, target.l);
  return { ...atLightness(colour, lightness), c: Math.min(colour.c, target.cMax) };
}

function opposite(direction: -1 | 1): -1 | 1 {
  return direction === 1 ? -1 : 1;
}
