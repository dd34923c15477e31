import { request, type Answer } from './http';

/** Every way in which a browser, a router or somebody who plays one can ask for a page. */
export const ways: Record<string, Record<string, string>> = {
  html: {},
  rsc: { rsc: '1' },
  prefetch: { rsc: '1', 'next-router-prefetch': '1' },
  segment: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  subrequest: { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  data: { 'x-nextjs-data': '1' },
  'browser prefetch': { purpose: 'prefetch', 'sec-purpose': 'prefetch' },
};

/** A prefetch stops before the page itself: it has nothing to refuse, and nothing to show. */
export function stopsBeforeThePage(way: string): boolean {
  return way === 'prefetch' || way === 'segment';
}

/** Next wants a fingerprint of the headers in the address of what its own script asks for, and says which. */
export async function ask(path: string, options: Parameters<typeof request>[1]): Promise<Answer> {
  const answer = await request(path, options);
  const corrected = answer.headers.location;
  return corrected?.startsWith(path) && corrected.includes('_rsc') ? request(corrected, options) : answer;
}

/** Leads to this page: by a redirect, or by the same said inside a stream that had begun. */
export function leadsTo({ status, headers, body }: Answer, page: string): boolean {
  if (status === 307) return (headers.location ?? '').split('?')[0] === page;
  return status === 200 && (/NEXT_REDIRECT;[a-z]+;([^;?]*)/.exec(body)?.[1] ?? '') === page;
}

/** Not found, in whichever form it was asked for. */
export function isAbsent({ status, headers, body }: Answer): boolean {
  if (status === 404) return true;
  return headers['content-type'] === 'text/x-component' && body.includes('NEXT_HTTP_ERROR_FALLBACK;404');
}
