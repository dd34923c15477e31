import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { porticoBrand } from '@/lib/core/branding/defaults';
import { monogramLetter, monogramSvg } from './monogram';

describe('monogramLetter', () => {
  it.each([
    ['Acme', 'A'],
    ['  über uns', 'U'],
    ['«Élan»', 'E'],
    ['3M', '3'],
    ['日本', null],
    ['Ørsted', null],
    ['<script>', 'S'],
    ['', null],
  ])('of %j is %j', (name, letter) => {
    expect(monogramLetter(name)).toBe(letter);
  });
});

describe('monogramSvg', () => {
  it('draws every letter and digit inside its square, without a font and without a word of the name', async () => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') {
      const svg = monogramSvg({ ...porticoBrand, displayName: `${letter}"><script>` }, 'bleed');
      expect(svg).not.toMatch(/<text|script/);
      const { data, info } = await sharp(Buffer.from(svg)).resize(64, 64).raw().toBuffer({ resolveWithObject: true });
      const pixel = (x: number, y: number) =>
        data.subarray((y * 64 + x) * info.channels, (y * 64 + x) * info.channels + 3).join();
      const edge = Array.from({ length: 64 }, (_, i) => [pixel(i, 0), pixel(i, 63), pixel(0, i), pixel(63, i)]).flat();
      expect(new Set(edge).size, letter).toBe(1);
      const colours = new Set(Array.from({ length: 64 }, (_, i) => [pixel(i, 32), pixel(32, i)]).flat());
      expect(colours.size, letter).toBeGreaterThan(1);
    }
  });
});
