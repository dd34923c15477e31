/** A path on this very host, or `/`. Refuses other origins in all their spellings: `//evil`, `/\evil`, `javascript:`, control characters. */
export function safeReturnPath(wanted: string | null | undefined): string {
  if (!wanted || wanted.length > 2_000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\'))
    return '/';
  const base = 'http://own.invalid';
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  return url?.origin === base ? url.pathname + url.search + url.hash : '/';
}
