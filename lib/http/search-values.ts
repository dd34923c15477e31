import { isCursor } from '@/lib/platform/keyset';
import { isStorable } from '@/lib/platform/storable-text';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/**
 * A page's query string as plain values; of a name that stands there twice, the first. What can't be a word of the database, and a
 * `cursor` that is no place in a list, is taken for nothing said: the list begins at its beginning.
 */
export async function searchValues(params: SearchParams): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(await params).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      if (first === undefined || !isStorable(first) || (name === 'cursor' && !isCursor(first))) return [];
      return [[name, first]];
    }),
  );
}
