import { describe, expect, it } from 'vitest';
import {
  currencyOptions,
  formatDate,
  fromZonedInput,
  monthOptions,
  regionOptions,
  timeZoneOptions,
  toZonedInput,
} from './rules';

const at = new Date('2026-03-01T23:30:00Z');

it.each([
  ['iso', 'UTC', '2026-03-01'],
  ['iso', 'Europe/Berlin', '2026-03-02'],
  ['dmy', 'UTC', '01/03/2026'],
  ['mdy', 'UTC', '03/01/2026'],
] as const)('writes a date as %s in %s', (dateFormat, timeZone, text) => {
  expect(formatDate(at, { locale: 'en-GB', timeZone, dateFormat })).toBe(text);
});

it('writes a long date in the words of the locale', () => {
  expect(formatDate(at, { locale: 'de', timeZone: 'UTC', dateFormat: 'long' })).toBe('1. März 2026');
});

it('offers every zone once, with its offset, and the chosen one even if it is unknown', () => {
  const options = timeZoneOptions(at, 'Old/Zone');
  expect(new Set(options.map((option) => option.value)).size).toBe(options.length);
  expect(options).toContainEqual({ value: 'Asia/Tokyo', label: 'Asia / Tokyo', hint: 'GMT+09:00' });
  expect(options.some((option) => option.value === 'Old/Zone')).toBe(true);
});

it('names regions, currencies and months in the language of the reader', () => {
  expect(regionOptions('en')).toContainEqual({ value: 'de', label: 'German' });
  expect(currencyOptions('en')).toContainEqual({ value: 'EUR', label: 'EUR – Euro' });
  expect(monthOptions('de')[2]).toEqual({ value: '3', label: 'März' });
});

describe('a time typed on the clock of a zone', () => {
  it.each([
    ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    ['2026-01-01T00:00', 'Asia/Kolkata', '2025-12-31T18:30:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
  ])('%s in %s is %s, and back', (text, zone, moment) => {
    expect(fromZonedInput(text, zone)).toBe(moment);
    expect(toZonedInput(moment, zone)).toBe(text);
  });

  it('is none where nothing was typed', () => {
    expect(fromZonedInput('', 'UTC')).toBeNull();
    expect(toZonedInput(null, 'UTC')).toBe('');
  });
});
