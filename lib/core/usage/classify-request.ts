import type { IncomingHttpHeaders } from 'node:http';

/** What a browser fetches besides pages, and what watches the process, is not the tenant's traffic. */
export function isMetered(pathname: string): boolean {
  return !notTraffic.test(pathname) && !/\.[a-z0-9]{1,12}$/i.test(pathname);
}

const notTraffic =
  /^\/(?:__nextjs|(?:_next|static|brand|\.well-known|healthz|readyz|metrics|api\/internal|api\/assets)(?:\/|$))/;

/** Somebody came to see a page: a document, or the router's fetch of one. Prefetches and refreshes were not asked for by anybody. */
export function isPageView(method: string, headers: IncomingHttpHeaders, status: number): boolean {
  if (method !== 'GET' || (status !== 200 && status !== 304) || isPrefetch(headers)) return false;
  if (headers.rsc === '1') return !isRefresh(headers);
  const destination = headers['sec-fetch-dest'];
  return destination === undefined ? (headers.accept ?? '').includes('text/html') : destination === 'document';
}

/** Fetched ahead by a browser or by the router, perhaps never to be seen: work for the server, but nobody's use of anything. */
export function isPrefetch(headers: IncomingHttpHeaders): boolean {
  const purpose = [headers['sec-purpose'], headers.purpose].join(' ');
  return (
    'next-router-prefetch' in headers ||
    'next-router-segment-prefetch' in headers ||
    'x-middleware-prefetch' in headers ||
    purpose.includes('prefetch')
  );
}

/** `router.refresh()` marks the tree it sends along. */
function isRefresh(headers: IncomingHttpHeaders): boolean {
  return String(headers['next-router-state-tree'] ?? '').includes('refetch');
}
