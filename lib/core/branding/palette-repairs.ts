import { contrastRatio } from './oklch';
import { failingGround } from './palette-fit';
import type { BrandRole, ThemeName, ThemePalette } from './roles';

/** Keys of the sentences that explain a repair. */
export const REPAIR_REASONS = [
  'too_light_for_surface',
  'too_dark_for_surface',
  'fill_darkened_for_text',
  'white_text_unreadable',
  'link_darkened',
  'link_lightened',
] as const;
export type RepairReason = (typeof REPAIR_REASONS)[number];

/** One place where a colour as given could not be used. `pair` reads `front/back` in role names. */
export interface PaletteRepair {
  theme: ThemeName;
  pair: `${BrandRole}/${BrandRole}`;
  from: string;
  to: string;
  /** The colour that `from` and `to` were compared on. */
  ground: string;
  ratioBefore: number;
  ratioAfter: number;
  reasonKey: RepairReason;
}

/** What was done to the given colours in one theme, the most visible first. Ratios are rounded down: 4.49 never reads as 4.5. */
export function listRepairs(
  theme: ThemeName,
  palette: ThemePalette,
  given: { brandHex: string; accentHex: string },
): PaletteRepair[] {
  const repairs = [
    fillRepair(theme, palette, 'brand', given.brandHex),
    inkRepair(theme, palette, 'brand'),
    fillRepair(theme, palette, 'accent', given.accentHex),
    palette.accent === palette.brand ? null : inkRepair(theme, palette, 'accent'),
    linkRepair(theme, palette, given.accentHex),
  ];
  return withoutRepeats(repairs.filter((repair) => repair !== null));
}

type FillRole = 'brand' | 'accent';

function fillRepair(theme: ThemeName, palette: ThemePalette, role: FillRole, given: string): PaletteRepair | null {
  const fill = palette[role];
  if (fill === given) return null;
  const ground = failingGround(role, given, palette);
  if (ground === null)
    return describe(theme, `on-${role}`, role, { from: given, to: fill, other: '#ffffff' }, 'fill_darkened_for_text');
  const reason = theme === 'light' ? 'too_light_for_surface' : 'too_dark_for_surface';
  return describe(theme, role, ground, { from: given, to: fill, other: palette[ground] }, reason);
}

function inkRepair(theme: ThemeName, palette: ThemePalette, role: FillRole): PaletteRepair | null {
  const ink = palette[`on-${role}`];
  if (ink === '#ffffff') return null;
  return describe(
    theme,
    `on-${role}`,
    role,
    { from: '#ffffff', to: ink, other: palette[role] },
    'white_text_unreadable',
  );
}

function linkRepair(theme: ThemeName, palette: ThemePalette, given: string): PaletteRepair | null {
  const ground = failingGround('accent-text', given, palette);
  if (ground === null) return null;
  const reason = theme === 'light' ? 'link_darkened' : 'link_lightened';
  return describe(
    theme,
    'accent-text',
    ground,
    { from: given, to: palette['accent-text'], other: palette[ground] },
    reason,
  );
}

function describe(
  theme: ThemeName,
  front: BrandRole,
  back: BrandRole,
  colours: { from: string; to: string; other: string },
  reasonKey: RepairReason,
): PaletteRepair {
  return {
    theme,
    pair: `${front}/${back}`,
    from: colours.from,
    to: colours.to,
    ground: colours.other,
    ratioBefore: roundDown(contrastRatio(colours.from, colours.other)),
    ratioAfter: roundDown(contrastRatio(colours.to, colours.other)),
    reasonKey,
  };
}

/** Brand and accent often are one colour and need the same change: that is told once. */
function withoutRepeats(repairs: PaletteRepair[]): PaletteRepair[] {
  const seen = new Set<string>();
  return repairs.filter(({ from, to, reasonKey }) => {
    const key = `${from} ${to} ${reasonKey}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function roundDown(ratio: number): number {
  return Math.floor(ratio * 100) / 100;
}
