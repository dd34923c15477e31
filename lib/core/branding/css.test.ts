import { describe, expect, it } from 'vitest';
import { brandCss, brandVariables } from './css';
import { defaultTenantBrand, porticoBrand } from './defaults';
import { BRAND_ROLES } from './roles';
import { BRAND_FONTS, brandTokensSchema } from './schema';

const HOSTILE = [
  '</style><script>alert(1)</script>',
  '#fff;background:url(//evil.example)',
  'url(javascript:alert(1))',
  '}html{display:none',
  '#12345g',
  '#1234567',
  'red',
  '@import "x"',
];

describe('brandCss', () => {
  it('sets every role for both themes, and follows the system when asked to', () => {
    const css = brandCss(porticoBrand);
    for (const role of BRAND_ROLES) expect(css.match(new RegExp(`--${role}:#[0-9a-f]{6}[;}]`, 'g'))).toHaveLength(3);
    expect(css).toContain("@media (prefers-color-scheme:dark){:root[data-theme='system']");
  });

  it.each(HOSTILE)('refuses %j in every field, also when a stored row carries it', (payload) => {
    for (const field of ['brandColour', 'accentColour', 'radius', 'font', 'neutralTint', 'theme', 'logoLightAssetId']) {
      const tokens = { ...porticoBrand, [field]: payload };
      expect(() => brandCss(tokens)).toThrow();
    }
  });

  it('never contains the name, whatever it is', () => {
    const css = brandCss({ ...porticoBrand, displayName: '</style><b>Acme' });
    expect(css).not.toContain('Acme');
    expect(css).not.toMatch(/[<\\]|url\(|@import/i);
  });

  it('consists of plain declarations only', () => {
    for (const font of BRAND_FONTS) {
      const css = brandCss({ ...porticoBrand, font });
      expect(css.replace('@media (prefers-color-scheme:dark)', '')).toMatch(/^[a-z0-9#:;{}'[\]=,. \n-]+$/i);
    }
  });
});

describe('brandVariables', () => {
  it('gives the preview the values of the real page', () => {
    const css = brandCss(porticoBrand);
    const variables = brandVariables(porticoBrand, 'light');
    for (const [name, value] of Object.entries(variables)) expect(css).toContain(`${name}:${value}`);
  });
});

describe('brandTokensSchema', () => {
  it('accepts the defaults, also for a name longer than a brand may be', () => {
    expect(brandTokensSchema.safeParse(porticoBrand).success).toBe(true);
    expect(brandTokensSchema.safeParse(defaultTenantBrand('n'.repeat(90))).success).toBe(true);
  });

  it('brings colours to one form', () => {
    expect(brandTokensSchema.parse({ ...porticoBrand, brandColour: ' #AbC ' }).brandColour).toBe('#aabbcc');
  });

  it.each(['', '   ', 'a\nb', 'a\r\nBcc: x', 'a\u202eb', 'n'.repeat(61)])('refuses the name %j', (displayName) => {
    expect(brandTokensSchema.safeParse({ ...porticoBrand, displayName }).success).toBe(false);
  });

  it('refuses unknown fields', () => {
    expect(brandTokensSchema.safeParse({ ...porticoBrand, customCss: 'x' }).success).toBe(false);
  });
});
