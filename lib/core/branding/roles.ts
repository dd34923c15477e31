/** The colour roles that a brand sets, named as the custom properties of the stylesheet. Status and chart colours are not a tenant's to change. */
export const BRAND_ROLES = [
  'surface',
  'raised',
  'sunken',
  'hover',
  'control-bg',
  'border',
  'border-strong',
  'text',
  'muted',
  'subtle',
  'brand',
  'brand-hover',
  'on-brand',
  'accent',
  'accent-hover',
  'on-accent',
  'accent-soft',
  'accent-text',
  'focus',
] as const;

export type BrandRole = (typeof BRAND_ROLES)[number];
export type ThemeName = 'light' | 'dark';
/** `#rrggbb` for each role. */
export type ThemePalette = Record<BrandRole, string>;

const GROUNDS = ['surface', 'raised', 'sunken', 'hover', 'control-bg'] as const satisfies readonly BrandRole[];

export interface RequiredPair {
  front: BrandRole;
  back: BrandRole;
  /** 4.5 for text (WCAG 1.4.3), 3 for what shows a control or its state (1.4.11), 1.2 for a fill that its text explains. */
  ratioMin: number;
}

/** Every pair in which one role is drawn on another. */
export const REQUIRED_PAIRS: readonly RequiredPair[] = [
  ...(['text', 'muted', 'subtle', 'accent-text'] as const).flatMap((front) =>
    GROUNDS.map((back) => ({ front, back, ratioMin: 4.5 })),
  ),
  { front: 'text', back: 'accent-soft', ratioMin: 4.5 },
  { front: 'muted', back: 'accent-soft', ratioMin: 4.5 },
  { front: 'accent-text', back: 'accent-soft', ratioMin: 4.5 },
  { front: 'on-accent', back: 'accent', ratioMin: 4.5 },
  { front: 'on-accent', back: 'accent-hover', ratioMin: 4.5 },
  { front: 'on-brand', back: 'brand', ratioMin: 4.5 },
  { front: 'on-brand', back: 'brand-hover', ratioMin: 4.5 },
  ...(['border-strong', 'focus', 'accent'] as const).flatMap((front) =>
    GROUNDS.map((back) => ({ front, back, ratioMin: 3 })),
  ),
  { front: 'brand', back: 'surface', ratioMin: 1.2 },
  { front: 'brand', back: 'raised', ratioMin: 1.2 },
];
