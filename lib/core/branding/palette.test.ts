import { converter, wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio, hexToOklch, oklchToHex } from './oklch';
import { derivePalette } from './palette';
import { REQUIRED_PAIRS } from './roles';
import { NEUTRAL_TINTS } from './schema';

const HARD = [
  '#ffff00',
  '#fefefe',
  '#ffffff',
  '#010101',
  '#000000',
  '#39ff14',
  '#000080',
  '#ff00ff',
  '#00ffff',
  '#808080',
  '#767676',
  '#ff0000',
  '#0000ff',
  '#00ff00',
  '#ffe01b',
  '#25d366',
  '#1da1f2',
];
const anyColour = fc.oneof(
  fc.constantFrom(...HARD),
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
);

function failures(
  brandColour: string,
  accentColour: string | undefined,
  neutralTint: (typeof NEUTRAL_TINTS)[number],
  neutralColour?: string,
): string[] {
  const palette = derivePalette({ brandColour, accentColour, neutralTint, neutralColour });
  return (['light', 'dark'] as const).flatMap((theme) =>
    REQUIRED_PAIRS.filter(
      ({ front, back, ratioMin }) => wcagContrast(palette[theme][front], palette[theme][back]) < ratioMin,
    ).map(({ front, back }) => `${theme}: ${front}/${back}`),
  );
}

describe('derivePalette', () => {
  it.each(HARD)('makes every pair of both themes readable for %s', (hex) => {
    for (const tint of NEUTRAL_TINTS) expect(failures(hex, undefined, tint)).toEqual([]);
  });

  it('makes every pair readable for any brand, accent and grey', () => {
    fc.assert(
      fc.property(
        anyColour,
        fc.option(anyColour, { nil: undefined }),
        fc.constantFrom(...NEUTRAL_TINTS),
        fc.option(anyColour, { nil: undefined }),
        (brand, accent, tint, neutral) => {
          expect(failures(brand, accent, tint, neutral)).toEqual([]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('leaves a brand colour that works alone', () => {
    const { light, repairs } = derivePalette({ brandColour: '#3858c9', neutralTint: 'subtle' });
    expect(light).toMatchObject({ brand: '#3858c9', accent: '#3858c9', 'on-brand': '#ffffff' });
    expect(repairs.filter((repair) => repair.theme === 'light')).toEqual([]);
  });

  it('keeps a yellow brand yellow where it carries text and tells what it did elsewhere', () => {
    const { light, repairs } = derivePalette({ brandColour: '#ffe01b', neutralTint: 'subtle' });
    expect(light.brand).toBe('#ffe01b');
    expect(contrastRatio(light['on-brand'], light.brand)).toBeGreaterThanOrEqual(4.5);
    const change = repairs.find((repair) => repair.theme === 'light' && repair.reasonKey === 'too_light_for_surface');
    expect(change).toMatchObject({ from: '#ffe01b', to: light.accent });
    expect(change?.ratioBefore).toBeLessThan(3);
    expect(change?.ratioAfter).toBeGreaterThanOrEqual(3);
  });

  it('lists a repair for every given colour that was changed, and each leaves its pair better than before', () => {
    fc.assert(
      fc.property(anyColour, (brandColour) => {
        const { light, dark, repairs } = derivePalette({ brandColour, neutralTint: 'subtle' });
        for (const [theme, palette] of [
          ['light', light],
          ['dark', dark],
        ] as const) {
          for (const role of ['brand', 'accent'] as const) {
            const told = repairs.some(
              (repair) => repair.theme === theme && repair.from === brandColour && repair.to === palette[role],
            );
            expect(palette[role] === brandColour || told).toBe(true);
          }
        }
        expect(repairs.every((repair) => repair.ratioAfter > repair.ratioBefore)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('takes the hue of the greys from their own colour, where there is one', () => {
    const { light } = derivePalette({ brandColour: '#c8451b', neutralTint: 'strong', neutralColour: '#1b45c8' });
    expect(hexToOklch(light.muted).h).toBeGreaterThan(240);
    expect(hexToOklch(light.muted).h).toBeLessThan(290);
    const plain = derivePalette({ brandColour: '#c8451b', neutralTint: 'strong', neutralColour: '#777777' });
    expect(hexToOklch(plain.light.muted).c).toBeLessThan(0.001);
  });

  it('keeps greys without any tint grey, and gives a black brand a light accent in the dark theme', () => {
    const { dark, light } = derivePalette({ brandColour: '#000000', neutralTint: 'strong' });
    expect(light.brand).toBe('#000000');
    expect(hexToOklch(light.muted).c).toBeLessThan(0.001);
    expect(hexToOklch(dark.accent).l).toBeGreaterThan(0.85);
  });
});

describe('oklch', () => {
  it('agrees with an independent implementation over the colour space', () => {
    const reference = converter('oklch');
    fc.assert(
      fc.property(anyColour, (hex) => {
        const expected = reference(hex);
        const actual = hexToOklch(hex);
        expect(actual.l).toBeCloseTo(expected?.l ?? 0, 4);
        expect(actual.c).toBeCloseTo(expected?.c ?? 0, 4);
        expect(oklchToHex(actual)).toBe(hex);
        expect(contrastRatio(hex, '#ffffff')).toBeCloseTo(wcagContrast(hex, '#ffffff'), 4);
      }),
    );
  });
});
