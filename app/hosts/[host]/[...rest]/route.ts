import type { NextRequest } from 'next/server';
import { edgeLanguage, neutralNotFound } from '@/lib/edge/not-found';

/** A host that is nobody's portal or site: the answer names nobody, whatever the method. */
function answer(request: NextRequest): Response {
  const language = edgeLanguage((name) => request.cookies.get(name)?.value, request.headers.get('accept-language'));
  const { body, headers } = neutralNotFound('page', language);
  return new Response(body, { status: 404, headers });
}

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE };
