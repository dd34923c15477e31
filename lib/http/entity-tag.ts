/**
 * Whether an If-None-Match header names this strong tag: weak comparison over a list, `*` for any (RFC 9110, 8.8.3.2 and 13.1.2). A
 * tag may hold a comma, so the list is read by its tags and not cut at commas.
 */
export function matchesTag(header: string | null, etag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  return (header.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g) ?? []).some((one) => one.replace(/^W\//, '') === etag);
}
