/** One or two letters that stand for a name: first and last word, or the start of a single word. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s._@-]+/u)
    .filter(Boolean);
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (firstLetter(first) + (last === undefined ? '' : firstLetter(last))).toLocaleUpperCase();
}

/** Which of the eight chart colours a name gets: the same on every page, every machine and every visit (FNV-1a). */
export function hueIndexOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const char of name.normalize('NFC').toLowerCase()) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 0) % 8) + 1;
}

function firstLetter(word: string): string {
  // Where only ASCII follows, a character is a letter; a list of names rarely needs more.
  if (/^[\x20-\x7e]{2}/.test(word)) return word.charAt(0);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}

let segmenter: Intl.Segmenter | undefined;
