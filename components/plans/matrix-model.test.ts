import { describe, expect, it } from 'vitest';
import type { PlanFlag, PlanMatrix, PlanRow } from '@/lib/core/plans/schema';
import {
  cellOf,
  emptyText,
  matrixRows,
  minorUnits,
  parseNumber,
  toChange,
  type Cells,
  type MatrixRow,
} from './matrix-model';

const flag = (key: string, facts: Partial<PlanFlag>): PlanFlag => ({
  ...{
    key,
    name: key,
    description: '',
    type: 'boolean',
    kind: 'feature',
    category: 'site',
    meter: null,
    defaultValue: false,
  },
  ...facts,
});
const flags = [
  flag('site.pages', {}),
  flag('quota.members', { type: 'number', kind: 'quota', category: 'limits', meter: 'members', defaultValue: 5 }),
  flag('quota.storage', {
    type: 'number',
    kind: 'quota',
    category: 'limits',
    meter: 'storage_bytes',
    defaultValue: 1e9,
  }),
  flag('usage.days', { type: 'number', category: 'records', defaultValue: 30 }),
  flag('support.channel', { type: 'string', category: 'support', defaultValue: 'Community' }),
];
const plan: PlanRow = {
  ...{ id: '0', key: 'basic', name: 'Basic', description: 'd', version: 3, currency: 'USD', tenants: 1, updatedAt: '' },
  ...{ priceMonthlyMinor: 49_00, requestsPerMinute: 1_000, burst: 50, concurrency: 10 },
  values: { 'site.pages': true, 'quota.members': -1, 'quota.storage': 10e9 },
};
const matrix: PlanMatrix = { flags, plans: [plan] };
const rows = matrixRows(flags);
const row = (id: string) => rows.filter((each) => each.id === id)[0] as MatrixRow;
const change = (cells: Cells) => toChange(matrix, plan, { version: 3, cells }, 'en');

describe('cells', () => {
  it('show what a plan says in the units that people use', () => {
    expect(Object.fromEntries(rows.map((each) => [each.id, cellOf(each, plan, 'en')]))).toEqual({
      name: 'Basic',
      priceMonthlyMinor: '49',
      requestsPerMinute: '1,000',
      burst: '50',
      concurrency: '10',
      'flag site.pages': true,
      'flag quota.members': '',
      'flag quota.storage': '10',
      'flag usage.days': '',
      'flag support.channel': '',
    });
  });

  it('say what it means to leave them empty', () => {
    expect(emptyText(row('flag quota.members'), 'No limit', 'en')).toBe('No limit');
    expect(emptyText(row('flag usage.days'), 'No limit', 'en')).toBe('30');
    expect(emptyText(row('flag support.channel'), 'No limit', 'en')).toBe('Community');
  });
});

describe('toChange', () => {
  it('keeps everything that was not touched, and names the version that was looked at', () => {
    expect(change({})).toEqual({
      ...{
        id: '0',
        version: 3,
        name: 'Basic',
        description: 'd',
        priceMonthlyMinor: 4900,
        requestsPerMinute: 1000,
        burst: 50,
        concurrency: 10,
      },
      values: plan.values,
    });
  });

  it('turns what was typed into stored units', () => {
    const cells = {
      priceMonthlyMinor: '59.90',
      requestsPerMinute: '2,500',
      'flag quota.storage': '0.5',
      'flag quota.members': '30',
      'flag usage.days': '90',
    };
    expect(change(cells)).toMatchObject({
      priceMonthlyMinor: 5990,
      requestsPerMinute: 2500,
      values: { 'quota.storage': 500_000_000, 'quota.members': 30, 'usage.days': 90 },
    });
  });

  it('reads an empty limit as none, and another empty value as the default', () => {
    const withDays = { ...plan, values: { ...plan.values, 'usage.days': 90 } };
    const cells = { 'flag quota.storage': '', 'flag usage.days': ' ' };
    expect(toChange(matrix, withDays, { version: 3, cells }, 'en')).toMatchObject({
      values: { 'quota.storage': -1, 'site.pages': true },
    });
    expect(toChange(matrix, withDays, { version: 3, cells }, 'en')).not.toHaveProperty('values.usage.days');
  });

  it.each([
    ['burst', 'many'],
    ['burst', '1.5'],
    ['burst', '-1'],
    ['requestsPerMinute', '0'],
    ['priceMonthlyMinor', ''],
    ['name', '  '],
    ['flag quota.members', '-2'],
    ['flag quota.members', '2.5'],
    ['flag usage.days', 'x'],
  ])('names the line %s when it holds %j', (id, text) => {
    expect(change({ [id]: text })).toEqual({ faulty: [id] });
  });
});

describe('parseNumber', () => {
  it('reads numbers as their locale writes them', () => {
    expect(parseNumber('1,234.5', 'en')).toBe(1234.5);
    expect(parseNumber('1.234,5', 'de')).toBe(1234.5);
    expect(parseNumber('1\u202f234,5', 'fr')).toBe(1234.5);
    expect(parseNumber('1 000', 'en')).toBe(1000);
    expect([parseNumber('', 'en'), parseNumber('1e3', 'en'), parseNumber('0x1', 'en')]).toEqual([null, null, null]);
  });
});

describe('minorUnits', () => {
  it('knows currencies without cents', () => {
    expect([minorUnits('USD'), minorUnits('JPY'), minorUnits('KWD')]).toEqual([100, 1, 1000]);
  });
});
