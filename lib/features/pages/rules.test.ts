import { describe, expect, it } from 'vitest';
import { slugFromTitle } from './rules';
import { pageSlugSchema } from './schema';

describe('slugFromTitle', () => {
  it.each([
    ['About us', 'about-us'],
    ['  Größe & Straße ', 'grosse-strasse'],
    ['Ünïcödé — works!', 'unicode-works'],
    ['--', ''],
    ['日本語', ''],
    ['x'.repeat(80), 'x'.repeat(60)],
    [`${'y'.repeat(59)} z`, 'y'.repeat(59)],
  ])('makes an address from %j', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug);
    if (slug !== '') expect(pageSlugSchema.safeParse(slug).success).toBe(true);
  });
});

describe('pageSlugSchema', () => {
  it.each(['a', 'about', 'home', 'a-1-b', 'x'.repeat(60)])('takes %s', (slug) => {
    expect(pageSlugSchema.safeParse(slug).success).toBe(true);
  });

  it.each(['', 'A', '-a', 'a-', 'a--b', 'a/b', 'a.b', '..', 'a b', 'ä', '_next', 'x'.repeat(61)])(
    'refuses %j',
    (slug) => {
      expect(pageSlugSchema.safeParse(slug).success).toBe(false);
    },
  );

  it.each(['api', 'sitemap', 'index', 'hosts'])('refuses %s, which the site or its host answers itself', (slug) => {
    expect(pageSlugSchema.safeParse(slug).success).toBe(false);
  });
});
