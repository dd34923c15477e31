import { readFileSync } from 'node:fs';
import { oklch, wcagContrast, type Oklch } from 'culori';
import { describe, expect, it } from 'vitest';

type Tokens = Record<string, string>;

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
const light = declarationsAfter(':root,\n[data-theme] {');
const darkChosen = declarationsAfter("\n[data-theme='dark'] {");
const darkFollowed = declarationsAfter("  [data-theme='system'] {");
const themes: [string, Tokens][] = [
  ['light', light],
  ['dark', { ...light, ...darkChosen }],
];

const GROUNDS = ['surface', 'raised', 'sunken', 'hover', 'control-bg'];
const INKS = ['text', 'muted', 'subtle', 'accent-text', 'positive-text', 'warning-text', 'negative-text', 'info-text'];
const PAIRS = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-negative', 'negative'],
  ['on-negative', 'negative-hover'],
  ...['accent', 'positive', 'warning', 'negative', 'info'].flatMap((role) => [
    [`${role}-text`, `${role}-soft`],
    ['text', `${role}-soft`],
  ]),
  ['muted', 'accent-soft'],
  ...INKS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground])),
] as [string, string][];

describe.each(themes)('%s theme', (_name, tokens) => {
  it.each(PAIRS)('%s on %s reads at WCAG AA', (ink, ground) => {
    expect(wcagContrast(colour(tokens, ink), colour(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(
    ['border-strong', 'focus', 'accent', 'positive', 'negative', 'info'].flatMap((mark) =>
      ['surface', 'raised', 'sunken'].map((ground) => [mark, ground]),
    ),
  )('%s is told from %s at 3:1', (mark, ground) => {
    expect(wcagContrast(colour(tokens, mark), colour(tokens, ground))).toBeGreaterThanOrEqual(3);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('chart colour %i is told from its ground at 3:1', (index) => {
    expect(wcagContrast(colour(tokens, `chart-${index}`), colour(tokens, 'raised'))).toBeGreaterThanOrEqual(3);
  });
});

it('following the system gives the same dark theme as choosing it', () => {
  expect(darkFollowed).toEqual(darkChosen);
});

it('the dark theme redefines every colour that does not follow from another', () => {
  const shared = ['font-sans', 'font-mono', 'radius', 'control'];
  const own = Object.keys(light).filter((name) => !shared.includes(name) && !light[name]?.includes('var('));
  expect(own.filter((name) => !(name in darkChosen))).toEqual([]);
  expect(Object.keys(darkChosen).filter((name) => !(name in light))).toEqual([]);
});

function declarationsAfter(selector: string): Tokens {
  const start = css.indexOf(selector) + selector.length;
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    Array.from(block.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [
      name,
      value.replaceAll(/\s+/g, ' '),
    ]),
  );
}

function colour(tokens: Tokens, name: string): Oklch {
  const value = tokens[name] ?? '';
  const alias = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (alias) return colour(tokens, alias);
  const darker = /^oklch\(from var\(--([\w-]+)\) calc\(l - ([\d.]+)\) c h\)$/.exec(value);
  if (darker?.[1]) {
    const from = colour(tokens, darker[1]);
    return { ...from, l: from.l - Number(darker[2]) };
  }
  const parsed = oklch(value);
  if (!parsed) throw new Error(`--${name} is no colour: ${value}`);
  return parsed;
}
