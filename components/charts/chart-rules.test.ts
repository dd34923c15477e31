import { expect, it } from 'vitest';
import { formatAt, formatTick, formatValue } from './chart-format';
import type { ChartFormat } from './chart-types';
import { labelsFit } from './label-rules';
import { sparklinePath } from './sparkline';

const format = (value: ChartFormat['value']): ChartFormat => ({ locale: 'en', timeZone: 'UTC', value, at: 'day' });
const data = (...ends: (number | null)[]) => ({
  series: ends.map((_, index) => ({ key: `s${index}`, label: `S${index}` })),
  points: [{ at: '2026-01-01', values: Object.fromEntries(ends.map((end, index) => [`s${index}`, end])) }],
});

it.each([
  [1234.5, { kind: 'number' as const }, '1,234.5'],
  [0, { kind: 'bytes' as const }, '0 bytes'],
  [1_500_000, { kind: 'bytes' as const }, '1.5 MB'],
  [0.0123, { kind: 'percent' as const }, '1.23%'],
  [123456, { kind: 'currency' as const, currency: 'EUR' }, '€1,234.56'],
  [500, { kind: 'currency' as const, currency: 'JPY' }, '¥500'],
  [null, { kind: 'number' as const }, '–'],
])('%s as %o is written %s', (value, kind, text) => {
  expect(formatValue(value, format(kind))).toBe(text);
});

it('writes money on an axis in major units', () => {
  expect(formatTick(120_000_00, format({ kind: 'currency', currency: 'EUR' }))).toBe('€120K');
});

it("a day is the day in the person's zone", () => {
  expect(
    formatAt('2026-03-10T02:00:00Z', { ...format({ kind: 'number' }), timeZone: 'America/New_York' }, 'short'),
  ).toBe('Mar 9');
});

it('names stand at the ends of lines only when they cannot touch', () => {
  expect(labelsFit(data(100, 50))).toBe(true);
  expect(labelsFit(data(100, 95))).toBe(false);
  expect(labelsFit(data(100, null))).toBe(false);
  expect(labelsFit(data(100))).toBe(false);
  expect(labelsFit(data(100, 75, 50, 25))).toBe(false);
});

it('draws a gap as a gap', () => {
  expect(sparklinePath([1, null, 2]).match(/M/g)).toHaveLength(2);
  expect(sparklinePath([1, 2, 3]).match(/M/g)).toHaveLength(1);
  expect(sparklinePath([])).toBe('');
});
