/**
 * Whether PostgreSQL can hold a text. It refuses U+0000 everywhere, and half of a surrogate pair in JSON: no keyboard writes either,
 * and without this rule they would be errors of the server.
 */
export function isStorable(text: string): boolean {
  return !UNSTORABLE.test(text);
}

/** The text with a mark (U+FFFD) in the place of what can't be stored, for what strangers' machines say. */
export function storable(text: string): string {
  return text.replaceAll(new RegExp(UNSTORABLE, 'gu'), '\uFFFD');
}

/** Where in some input the first text is that can't be stored, names of fields included; null where all can. */
export function findUnstorable(input: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof input === 'string') return isStorable(input) ? null : path;
  if (typeof input !== 'object' || input === null) return null;
  if (Symbol.iterator in input) return firstIn([...(input as Iterable<unknown>)].entries(), path);
  return firstIn(Object.entries(input), path);
}

const UNSTORABLE = /\u0000|\p{Cs}/u;

function firstIn(entries: Iterable<[string | number, unknown]>, path: readonly string[]): readonly string[] | null {
  for (const [name, value] of entries) {
    const key = String(name);
    if (!isStorable(key)) return path;
    const found = findUnstorable(value, [...path, key]);
    if (found) return found;
  }
  return null;
}
