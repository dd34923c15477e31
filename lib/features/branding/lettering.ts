import 'server-only';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { create, type Font } from 'fontkit';
import type { BrandFont } from '@/lib/core/branding/schema';
import { logger } from '@/lib/platform/logger';

export interface Lettering {
  /** SVG paths; the first line's top left corner is the origin. */
  svg: string;
  width: number;
  height: number;
}

/**
 * Text as outlines in the brand's font, so that a picture is the same on a server without fonts. Wrapped at words; what does not
 * fit into the lines ends in an ellipsis. Null where the fonts lack a character: better no words than boxes.
 */
export async function lettering(
  text: string,
  font: BrandFont,
  box: { size: number; width: number; lines: number; ink: string },
): Promise<Lettering | null> {
  const faces = await facesOf(font);
  const line = (words: string): Line | null => outline(words, faces, box.size);
  if (line(`${text}…`) === null) return null;
  const lines = wrap(text.trim().split(/\s+/), box.lines, (words) => (line(words)?.width ?? 0) <= box.width);
  const step = Math.round(box.size * 1.16);
  const drawn = lines.map((words, index) => {
    const { d, width } = line(words) ?? { d: '', width: 0 };
    return { d: `<path transform="translate(0 ${Math.round(box.size * 0.86) + index * step})" d="${d}"/>`, width };
  });
  const stroke = (box.size * FACES[font].thicken).toFixed(2);
  return {
    svg: `<g fill="${box.ink}" stroke="${box.ink}" stroke-width="${stroke}" stroke-linejoin="round">${drawn.map(({ d }) => d).join('')}</g>`,
    width: Math.max(...drawn.map(({ width }) => width)),
    height: lines.length * step,
  };
}

/** Package of each font, and by how much of the size its lightest weight is thickened to that of a heading. */
const FACES: Record<BrandFont, { name: string; thicken: number }> = {
  inter: { name: 'inter', thicken: 0.036 },
  'source-serif': { name: 'source-serif-4', thicken: 0.034 },
  'space-grotesk': { name: 'space-grotesk', thicken: 0.05 },
  'nunito-sans': { name: 'nunito-sans', thicken: 0.062 },
  'ibm-plex-sans': { name: 'ibm-plex-sans', thicken: 0.04 },
  system: { name: 'inter', thicken: 0.036 },
};
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const;

interface Line {
  d: string;
  width: number;
}

function outline(text: string, faces: readonly Font[], size: number): Line | null {
  let d = '';
  let x = 0;
  for (const { face, part } of runsOf(text, faces)) {
    if (face === null) return null;
    const scale = size / face.unitsPerEm;
    const run = face.layout(part);
    run.glyphs.forEach((glyph, index) => {
      const place = run.positions[index];
      const [dx, dy] = [x + (place?.xOffset ?? 0) * scale, -(place?.yOffset ?? 0) * scale];
      d += glyph.path.transform(scale, 0, 0, -scale, dx, dy).toSVG();
      x += (place?.xAdvance ?? glyph.advanceWidth) * scale;
    });
  }
  return { d, width: x };
}

/** Pieces of a text that one face has all characters of. */
function runsOf(text: string, faces: readonly Font[]): { face: Font | null; part: string }[] {
  const runs: { face: Font | null; part: string }[] = [];
  for (const character of text) {
    const face = faces.find((one) => one.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) ?? null;
    const last = runs.at(-1);
    if (last?.face === face) last.part += character;
    else runs.push({ face, part: character });
  }
  return runs;
}

function wrap(words: readonly string[], linesMax: number, fits: (line: string) => boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    // The last line takes all that is left, and is cut below.
    if (line === '' || fits(longer) || lines.length === linesMax - 1) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one) => (fits(one) ? one : cut(one, fits)));
}

/** As many characters as fit in front of an ellipsis. */
function cut(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

const opened = new Map<BrandFont, Promise<Font[]>>();

function facesOf(font: BrandFont): Promise<Font[]> {
  const held = opened.get(font) ?? openFaces(FACES[font].name);
  opened.set(font, held);
  return held;
}

/** A font that has no such subset simply lacks its letters. */
async function openFaces(name: string): Promise<Font[]> {
  const folder = path.join(process.cwd(), 'node_modules/@fontsource-variable', name, 'files');
  const faces = await Promise.all(
    SUBSETS.map(async (subset) => {
      const bytes = await readFile(path.join(folder, `${name}-${subset}-wght-normal.woff2`)).catch(() => null);
      const face = bytes && create(bytes);
      return face && 'layout' in face ? [face] : [];
    }),
  );
  if (faces.flat().length === 0) logger.error({ name }, 'A font for pictures is not installed.');
  return faces.flat();
}
