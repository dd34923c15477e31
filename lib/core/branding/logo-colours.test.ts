import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { proposeColours } from './logo-colours';
import { hexToOklch } from './oklch';
import { tonesOf } from './rules';

function logo(body: string): Promise<Buffer> {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">${body}</svg>`))
    .png()
    .toBuffer();
}

describe('proposeColours', () => {
  it('finds the brand colour beside white, black and grey', async () => {
    const image = await logo(
      '<rect width="400" height="200" fill="#fff"/><circle cx="100" cy="100" r="40" fill="#e11d48"/><rect x="180" y="80" width="180" height="40" fill="#222"/><rect x="180" y="130" width="180" height="20" fill="#999"/>',
    );
    expect(await proposeColours(image)).toEqual(['#e11d48']);
  });

  it('puts the most characteristic of several colours first and tells no colour twice', async () => {
    const image = await logo(
      '<rect width="180" height="200" fill="#0f62fe"/><rect x="180" width="20" height="200" fill="#1166ff"/><rect x="200" width="120" height="200" fill="#24a148"/><rect x="320" width="80" height="200" fill="#f1c21b"/>',
    );
    const colours = await proposeColours(image);
    expect(colours).toHaveLength(3);
    expect(Math.abs(hexToOklch(colours[0] ?? '').h - hexToOklch('#0f62fe').h)).toBeLessThan(3);
  });

  it('never proposes more than five', async () => {
    const bars = Array.from(
      { length: 12 },
      (_, i) => `<rect x="${i * 33}" width="33" height="200" fill="hsl(${i * 30} 80% 50%)"/>`,
    );
    expect(await proposeColours(await logo(bars.join('')))).toHaveLength(5);
  });

  it('proposes black for a black wordmark, and nothing for a white or empty picture', async () => {
    expect(await proposeColours(await logo('<rect y="50" width="400" height="80" fill="#111"/>'))).toEqual(['#111111']);
    expect(await proposeColours(await logo('<rect width="400" height="200" fill="#fff"/>'))).toEqual([]);
    expect(await proposeColours(await logo(''))).toEqual([]);
  });

  it('always proposes the same for the same logo', async () => {
    const image = await logo(
      '<rect width="200" height="200" fill="#7c3aed"/><circle cx="300" cy="100" r="60" fill="#f97316"/>',
    );
    expect(await proposeColours(image)).toEqual(await proposeColours(image));
  });
});

describe('the tones of a logo', () => {
  const tones = async (body: string) => tonesOf(await proposeColours(await logo(body)));

  it('are brand and accent where it has two, whichever is the smaller', async () => {
    const two = await tones(
      '<rect x="20" y="40" width="240" height="120" fill="#7a1fa2"/><circle cx="330" cy="100" r="45" fill="#ff9800"/>',
    );
    expect(two).toEqual({ brandColour: '#7a1fa2', accentColour: '#ff9800' });
    expect(
      await tones(
        '<rect width="200" height="90" fill="#0a1a3c"/><rect x="200" width="60" height="90" fill="#39ff14"/>',
      ),
    ).toMatchObject({
      brandColour: expect.stringMatching(/^#(0a1a3c|39ff14)$/),
      accentColour: expect.stringMatching(/^#(0a1a3c|39ff14)$/),
    });
  });

  it('are one where the others are shades of it, greys, white or nothing', async () => {
    expect(await tones('<rect width="200" height="90" fill="#7a1fa2"/>')).toBeNull();
    expect(
      await tones(
        '<rect width="200" height="90" fill="#7a1fa2"/><rect x="200" width="90" height="90" fill="#b36fd1"/>',
      ),
    ).toBeNull();
    expect(
      await tones(
        '<rect width="400" height="200" fill="#fff"/><rect width="90" height="90" fill="#7a1fa2"/><rect y="90" width="90" height="90" fill="#808080"/>',
      ),
    ).toBeNull();
  });

  it('are none of near-white on transparent, which proposes no colour at all', async () => {
    const image = await logo('<rect x="40" y="60" width="300" height="60" fill="#fafafa"/>');
    expect(await proposeColours(image)).toEqual([]);
    expect(tonesOf([])).toBeNull();
  });

  it('are none of a photograph, however many colours are in it', async () => {
    const side = 96;
    // A fixed sequence: the same noise in every run.
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    const noise = Buffer.from(Array.from({ length: side * side * 3 }, () => Math.floor(next() * 256)));
    const image = await sharp(noise, { raw: { width: side, height: side, channels: 3 } })
      .blur(1.5)
      .linear(2.2, -150)
      .png()
      .toBuffer();
    const colours = await proposeColours(image);
    expect(colours.length).toBeLessThanOrEqual(5);
    expect(tonesOf(colours)).toBeNull();
  });
});
