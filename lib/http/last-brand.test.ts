import { describe, expect, it } from 'vitest';
import { brandCss, themeColours } from '@/lib/core/branding/css';
import { defaultTenantBrand } from '@/lib/core/branding/defaults';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import { orLastBrand } from './last-brand';

const away = () => Promise.reject(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));

function brandOf(name: string): LiveBrand {
  const tokens = defaultTenantBrand(name);
  return {
    version: 1,
    tokens,
    css: brandCss(tokens),
    themeColours: themeColours(tokens),
    logoUrl: null,
    logoDarkUrl: null,
    logoPngUrl: null,
    logoDarkPngUrl: null,
    logoIsMark: false,
    markUrl: null,
    signInPictureUrl: null,
    inherited: null,
    revision: '1',
  };
}

describe('while the database is away', () => {
  it('a host keeps the brand that it was last shown in, and no other host gets it', async () => {
    await orLastBrand('a.example', () => Promise.resolve(brandOf('A')));
    expect((await orLastBrand('a.example', away)).brand?.tokens.displayName).toBe('A');
    expect(await orLastBrand('b.example', away)).toEqual({ brand: null, away: true });
  });

  it('a host that has become nobody’s has none', async () => {
    await orLastBrand('c.example', () => Promise.resolve(brandOf('C')));
    await orLastBrand('c.example', () => Promise.resolve(null));
    expect((await orLastBrand('c.example', away)).brand).toBeNull();
  });

  it('any other failure stays one', async () => {
    await orLastBrand('d.example', () => Promise.resolve(brandOf('D')));
    await expect(orLastBrand('d.example', () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  });
});
