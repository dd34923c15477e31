import type { BrandRole, ThemeName } from './roles';

export type NeutralRole = Extract<
  BrandRole,
  'surface' | 'raised' | 'sunken' | 'hover' | 'control-bg' | 'border' | 'border-strong' | 'text' | 'muted' | 'subtle'
>;

/** Where each role starts before contrast is checked. Lightness and chroma in OKLCH; the same ladder as the stylesheet's own tokens. */
export interface ThemeRecipe {
  neutrals: Record<NeutralRole, readonly [lightness: number, chroma: number]>;
  soft: { l: number; cMax: number; share: number };
  link: { l: number; cMax: number };
  focus: { l: number; cMax: number };
  /** What a grey, black or white brand becomes where it would not stand out. */
  achromaticLightness: number;
  /** The way a colour moves to stand out from this theme's grounds. */
  away: -1 | 1;
}

export const RECIPES: Record<ThemeName, ThemeRecipe> = {
  light: {
    neutrals: {
      surface: [0.995, 0.001],
      raised: [1, 0],
      sunken: [0.972, 0.003],
      hover: [0.952, 0.004],
      'control-bg': [1, 0],
      border: [0.912, 0.005],
      'border-strong': [0.648, 0.012],
      text: [0.225, 0.014],
      muted: [0.445, 0.015],
      subtle: [0.525, 0.014],
    },
    soft: { l: 0.955, cMax: 0.026, share: 0.16 },
    link: { l: 0.455, cMax: 0.17 },
    focus: { l: 0.56, cMax: 0.18 },
    achromaticLightness: 0.25,
    away: -1,
  },
  dark: {
    neutrals: {
      surface: [0.178, 0.007],
      raised: [0.215, 0.009],
      sunken: [0.152, 0.006],
      hover: [0.252, 0.011],
      'control-bg': [0.2, 0.008],
      border: [0.286, 0.012],
      'border-strong': [0.54, 0.016],
      text: [0.955, 0.004],
      muted: [0.755, 0.011],
      subtle: [0.672, 0.012],
    },
    soft: { l: 0.285, cMax: 0.062, share: 0.38 },
    link: { l: 0.795, cMax: 0.12 },
    focus: { l: 0.7, cMax: 0.15 },
    achromaticLightness: 0.93,
    away: 1,
  },
};
