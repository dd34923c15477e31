import 'server-only';
import type { AppError } from '@/lib/platform/errors';

/** RFC 9457 problem details, with our `code`. A foreign id and an absent one produce the same bytes. */
export function problem(error: AppError, requestId: string): Response {
  const { fields, quota, retryAfterSeconds } = error.details;
  const body = {
    type: 'about:blank',
    title: error.message,
    status: error.status,
    code: error.code,
    ...(fields ? { errors: fields } : undefined),
    ...(quota ? { quota } : undefined),
    ...(error.status >= 500 ? { instance: `urn:uuid:${requestId}` } : undefined),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (retryAfterSeconds) headers.set('retry-after', String(retryAfterSeconds));
  return new Response(JSON.stringify(body), { status: error.status, headers });
}
