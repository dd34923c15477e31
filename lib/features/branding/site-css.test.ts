import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastRatio } from '@/lib/core/branding/oklch';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { siteCss } from './site-css';

const tokens = (changes: Partial<BrandTokens>): BrandTokens => ({
  displayName: 'Acme',
  brandColour: '#b5173a',
  neutralTint: 'subtle',
  radius: 'medium',
  font: 'inter',
  theme: 'system',
  signInLayout: 'centred',
  emailHeader: 'plain',
  ...changes,
});
const colourOf = (css: string, name: string): string => new RegExp(`--${name}:(#[0-9a-f]{6})`).exec(css)?.[1] ?? '';

describe('siteCss', () => {
  it('keeps a headline readable on the letter behind it, whatever the brand', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, fc.constantFrom('light' as const, 'dark' as const), (brandColour, theme) => {
        const css = siteCss(tokens({ brandColour, theme }));
        const ratio = contrastRatio(colourOf(css, 'on-brand'), colourOf(css, 'hero-mark'));
        return ratio >= 4.5;
      }),
      { numRuns: 500 },
    );
  });

  it('follows the device only where the brand leaves it to the device', () => {
    expect(siteCss(tokens({ theme: 'system' }))).toContain('prefers-color-scheme:dark');
    expect(siteCss(tokens({ theme: 'light' }))).not.toContain('prefers-color-scheme');
    expect(siteCss(tokens({ theme: 'dark' }))).not.toContain('prefers-color-scheme');
  });

  it('refuses a stored brand that carries more than a brand', () => {
    const hostile = { ...tokens({}), brandColour: '#fff}</style><script>alert(1)</script>' };
    expect(() => siteCss(hostile)).toThrow();
    expect(siteCss(tokens({ displayName: '</style><script>' }))).not.toContain('<');
  });
});
