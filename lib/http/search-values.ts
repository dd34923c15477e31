export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** A page's query string as plain values; of a name that stands there twice, the first. */
export async function searchValues(params: SearchParams): Promise<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(await params).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
}
