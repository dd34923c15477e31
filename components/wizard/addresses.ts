const PLACE = '{slug}';

/** The address under a short name, without its scheme; `name` stands where it is still missing. */
export function addressOf(pattern: string, slug: string): string {
  return pattern.replace(/^https?:\/\//, '').replace(PLACE, slug || 'name');
}

/** What follows the short name, such as `.example.com`. */
export function suffixOf(pattern: string): string {
  return pattern.slice(pattern.indexOf(PLACE) + PLACE.length);
}
