import { describe, expect, it } from 'vitest';
import { acceptedLanguage, formatFor, languageOf, outageLanguage, pickedLanguage, sentenceFormat } from './locales';

it.each([
  ['de-AT', 'de', 'de-AT'],
  ['en-GB', 'en', 'en-GB'],
  ['ja', 'ja', 'ja'],
  ['nl', 'en', 'en'],
  ['zh-Hans', 'en', 'en'],
  ['', 'en', 'en'],
])('%s reads %s and counts inside sentences as %s', (format, language, sentence) => {
  expect([languageOf(format), sentenceFormat(format)]).toEqual([language, sentence]);
});

describe('what was picked on a device', () => {
  it('is a language that exists, or nothing', () => {
    expect(['ja', 'de-AT', '__proto__', '', undefined].map(pickedLanguage)).toEqual(['ja', null, null, null, null]);
  });

  it.each([
    [null, 'de-AT', 'de-AT'],
    ['fr', 'de-AT', 'fr'],
    ['de', 'de-AT', 'de-AT'],
    ['en', 'nl', 'nl'],
  ] as const)('%s, where %s is usual, reads as %s', (picked, usual, expected) => {
    expect(formatFor(picked, usual)).toBe(expected);
  });
});

it.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['nl,sv;q=0.9', null],
  ['nl,ja;q=0.5,en-GB;q=0.7', 'en'],
  ['en;q=0,ja', 'ja'],
  ['', null],
])('a browser that asks for %s reads %s', (header, expected) => {
  expect(acceptedLanguage(header)).toBe(expected);
});

it.each([
  ['ja', ['de'], 'ja'],
  ['', ['nl', 'fr-CA'], 'fr'],
  ['nl', ['es'], 'es'],
  ['', [], 'en'],
])('a page in %j that fails, before a reader of %j, is followed by one in %s', (failed, wanted, expected) => {
  expect(outageLanguage(failed, wanted)).toBe(expected);
});
