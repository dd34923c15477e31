import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESERVED_SLUGS } from './reserved-slugs';
import { hasSlugShape, slugProblem, suggestSlugs } from './slug';

const NONE: ReadonlySet<string> = new Set();

describe('slugProblem', () => {
  it.each(['acme', 'abc', 'a-b-c', 'globex-2', '3m-labs', 'a'.repeat(40)])('accepts %s', (slug) => {
    expect(slugProblem(slug)).toBeNull();
  });

  it.each([
    ['ab', 'too_short'],
    ['a'.repeat(41), 'too_long'],
    ['Acme', 'characters'],
    ['ac_me', 'characters'],
    ['ac.me', 'characters'],
    ['ácme', 'characters'],
    ['-acme', 'hyphens'],
    ['acme-', 'hyphens'],
    ['ac--me', 'hyphens'],
    ['xn--acme', 'hyphens'],
    ['console', 'reserved'],
    ['c0nsole', 'reserved'],
    ['log-in', 'reserved'],
    ['adrnin', 'reserved'],
    ['supp0rt', 'reserved'],
  ])('refuses %s as %s', (slug, problem) => {
    expect(slugProblem(slug)).toBe(problem);
  });

  it('refuses every reserved name', () => {
    expect(RESERVED_SLUGS.filter((slug) => slugProblem(slug) === null)).toEqual([]);
    expect(new Set(RESERVED_SLUGS).size).toBe(RESERVED_SLUGS.length);
  });

  it('accepts only what a host label may be', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'z', '0', '9', '-', '.', 'A', 'ü', ' ', '_') }), (slug) => {
        if (hasSlugShape(slug)) expect(slug).toMatch(/^(?=.{3,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe('suggestSlugs', () => {
  it.each([
    ['Acme Inc.', 'acme'],
    ['Müller & Söhne GmbH', 'muller-and-sohne'],
    ['Straßenbau Łódź', 'strassenbau-lodz'],
    ["L'Oréal", 'loreal'],
    ['  The   Company  ', 'the-company'],
    ['3M', '3m-hq'],
    ['Console', 'console-hq'],
  ])('proposes for %j first %s', (name, slug) => {
    expect(suggestSlugs(name, NONE)[0]).toBe(slug);
  });

  it('leaves out what is taken and still has something to offer', () => {
    const suggestions = suggestSlugs('Acme', new Set(['acme', 'acme-hq']));
    expect(suggestions).toEqual(['acme-team', 'acme-group', 'acme-online', 'acme-2']);
  });

  it('proposes nothing for a name without a Latin letter rather than something wrong', () => {
    expect(suggestSlugs('株式会社', NONE)).toEqual([]);
  });

  it('only ever proposes free and valid slugs, each once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.uniqueArray(fc.constantFrom('acme', 'acme-hq', 'a-2', 'abc')),
        (name, takenList) => {
          const taken = new Set<string>(takenList);
          const suggestions = suggestSlugs(name, taken);
          expect(suggestions.every((slug) => slugProblem(slug) === null && !taken.has(slug))).toBe(true);
          expect(new Set(suggestions).size).toBe(suggestions.length);
        },
      ),
    );
  });

  it('cuts a name of many words between words, and spells out letters that have no plain form', () => {
    expect(suggestSlugs('Straße & Söhne Łódź', NONE)[0]).toBe('strasse-and-sohne-lodz');
    const [first] = suggestSlugs('International Association of Very Long Organisation Names', NONE);
    expect(first).toBe('international-association-of-very-long');
  });
});
