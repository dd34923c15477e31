import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import { changePageSchema, createPageSchema } from '@/lib/features/pages/schema';
import { checkCodeSchema } from '@/lib/features/site-code/schema';
import { changeSiteSettingsSchema, createAnnouncementSchema, navigationSchema } from '@/lib/features/site/schema';
import { parseInput } from './parse-input';

function faultsOf(schema: z.ZodType, input: unknown): Record<string, string> | undefined {
  try {
    parseInput(schema, input);
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === 'validation_failed') return error.details.fields ?? {};
    throw error;
  }
}

const unstorable = fc.constantFrom('\u0000', '\ud800', '\udfff');
/** Any text, with one of them at any place in it. */
const spoilt = fc
  .tuple(fc.string({ unit: 'grapheme' }), unstorable, fc.string({ unit: 'grapheme' }))
  .map((parts) => parts.join(''));

describe('what actions and routes are sent', () => {
  it('gets in as the schema says, whole and well-formed, letters of any writing included', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'));
    fc.assert(
      fc.property(fc.array(fc.record({ text, list: fc.array(text), more: fc.dictionary(text, text) })), (value) => {
        expect(parseInput(z.unknown(), value)).toBe(value);
      }),
    );
    expect(parseInput(z.unknown(), ['😀', 'e\u0301', '\u0001', new Blob([])])).toHaveLength(4);
  });

  it('is refused with the place of a text that the database can’t hold, however deep it stands', () => {
    fc.assert(
      fc.property(spoilt, fc.array(fc.constantFrom('a', 'b', '0'), { maxLength: 6 }), (text, path) => {
        const input = path.reduceRight<unknown>((inner, name) => (name === '0' ? [inner] : { [name]: inner }), text);
        expect(faultsOf(z.unknown(), input)).toEqual({ [path.join('.')]: 'invalid_characters' });
      }),
    );
  });

  it('is refused for the name of a field as for its value, in sets and maps as in lists', () => {
    expect(faultsOf(z.unknown(), { attributes: { 'a\u0000': 1 } })).toEqual({ attributes: 'invalid_characters' });
    expect(faultsOf(z.unknown(), new Set(['a\u0000']))).toEqual({ '0': 'invalid_characters' });
    expect(faultsOf(z.unknown(), new Map([['a', '\u0000']]))).toEqual({ '0.1': 'invalid_characters' });
  });
});

/** What a tenant's site is made of, each a valid input. */
const id = '0198a3a0-0000-7000-8000-000000000001';
const words = { title: 'T', slug: 's', description: 'D', body: 'B', seoTitle: 'S', seoDescription: 'E' };
const at = '2030-01-01T00:00:00.000Z';
const page = { kind: 'page', pageId: id, label: 'Page', children: [{ kind: 'page', pageId: id, label: 'Below' }] };
const link = { kind: 'link', url: 'https://example.com/', label: 'Link', children: [] };
const sites: [string, z.ZodType, Record<string, unknown>][] = [
  ['a page', createPageSchema, words],
  ['a changed page', changePageSchema, { ...words, id, updatedAt: at }],
  ['a navigation', navigationSchema, { header: [page], footer: [link] }],
  [
    'an announcement',
    createAnnouncementSchema,
    {
      text: 'T',
      tone: 'info',
      place: 'both',
      linkUrl: 'https://example.com/',
      linkLabel: 'L',
      startsAt: at,
      endsAt: null,
    },
  ],
  [
    'settings of a site',
    changeSiteSettingsSchema,
    {
      ...{ language: 'en', siteName: 'N', tagline: 'T', footerText: 'F', indexed: true, frontPageId: null },
      ...{ notFoundTitle: 'T', notFoundText: 'T', notFoundPageId: null, updatedAt: null },
    },
  ],
];

describe.each(sites)('%s', (_name, schema, input) => {
  it.each(textsOf(input))('has no zero character in %s', (path) => {
    expect(faultsOf(schema, input)).toBeUndefined();
    const faults = faultsOf(schema, spoil(input, path.split('.')));
    expect(Object.keys(faults ?? {})).toContain(path);
  });
});

it('leaves alone what a schema cleans by itself', () => {
  const origins = { script: [], style: [], img: [], connect: [], font: [], frame: [], media: [] };
  const code = { css: 'a\u0000{color:red}', js: '', headerHtml: '', footerHtml: '', origins };
  expect(parseInput(checkCodeSchema, { code })).toMatchObject({ code: { css: 'a{color:red}' } });
});

/** The paths of all texts in an input. */
function textsOf(input: unknown, path: readonly string[] = []): string[] {
  if (typeof input === 'string') return [path.join('.')];
  if (typeof input !== 'object' || input === null) return [];
  return Object.entries(input).flatMap(([name, value]) => textsOf(value, [...path, name]));
}

function spoil(input: unknown, [name, ...rest]: readonly string[]): unknown {
  if (typeof input === 'string') return `${input.slice(0, 1)}\u0000${input.slice(1)}`;
  const entries = Object.entries(input as object).map(([key, value]) => [
    key,
    key === name ? spoil(value, rest) : value,
  ]);
  return Array.isArray(input) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
