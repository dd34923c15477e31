import { describe, expect, it } from 'vitest';
import { BRAND_FONTS } from '@/lib/core/branding/schema';
import { lettering } from './lettering';

const box = { size: 60, width: 800, lines: 2, ink: '#101010' };

describe('lettering', () => {
  it.each(BRAND_FONTS)('writes in %s, accents and other European scripts included', async (font) => {
    const drawn = await lettering('Über Łódź', font, box);
    expect(drawn?.svg).toMatch(/<path [^>]*d="M/);
    expect(drawn?.height).toBe(70);
    expect(drawn?.width).toBeGreaterThan(150);
  });

  it('wraps at words and ends what is too long in an ellipsis, never wider than its box', async () => {
    const long = await lettering('A harbour for every ship '.repeat(12), 'inter', box);
    expect(long?.svg.match(/<path/g)).toHaveLength(2);
    expect(long?.width).toBeLessThanOrEqual(800);
    const word = await lettering('Donaudampfschifffahrtsgesellschaftskapitänspatentinhaberin', 'inter', box);
    expect(word?.width).toBeLessThanOrEqual(800);
  });

  it('writes nothing rather than boxes where the fonts lack a character', async () => {
    expect(await lettering('東京 Harbour', 'inter', box)).toBeNull();
    expect(await lettering('Harbour 🚢', 'inter', box)).toBeNull();
  });

  it('turns markup into shapes', async () => {
    const drawn = await lettering('<script>"&</script>', 'inter', { ...box, width: 9_000 });
    expect(drawn?.svg).not.toMatch(/script|&/);
  });
});
