import { isStorable } from '@/lib/platform/storable-text';

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/**
 * A page's query string as plain values; of a name that stands there twice, the first. What can't be a word of the database is taken
 * for nothing said.
 */
export async function searchValues(params: SearchParams): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(await params).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first !== undefined && isStorable(first) ? [[name, first]] : [];
    }),
  );
}
