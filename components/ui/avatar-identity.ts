/** One or two letters that stand for a name: first and last word, or the start of a single word. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s._@-]+/u)
    .filter(Boolean);
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letters = last === undefined ? graphemes(first).slice(0, 1) : [graphemes(first)[0], graphemes(last)[0]];
  return letters
    .filter((letter) => letter !== undefined)
    .join('')
    .toLocaleUpperCase();
}

/** Which of the eight chart colours a name gets: the same on every page, every machine and every visit (FNV-1a). */
export function hueIndexOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const char of name.normalize('NFC').toLowerCase()) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 0) % 8) + 1;
}

function graphemes(word: string): string[] {
  return Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word), (part) => part.segment);
}
