import { neutralNotFound } from '@/lib/edge/not-found';

/** A host that is nobody's portal or site: the answer names nobody, whatever the method. */
function answer(): Response {
  const { body, contentType } = neutralNotFound('page');
  return new Response(body, { status: 404, headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
}

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE };
