import { requestedHost, requestInfo } from '@/lib/core/access/request-info';
import { publicBrand } from '@/lib/features/branding/public-brand';
import { matchesTag } from '@/lib/http/entity-tag';
import { toAppError } from '@/lib/http/failure';
import { problem } from '@/lib/http/problem';
import { notFound } from '@/lib/platform/errors';
import { resolveHost } from '@/lib/tenancy/host-directory';

const open = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'etag' };

/**
 * The live brand of the tenant whose host this is, for the vendor's own front end (docs/branding-api.md). It is what every visitor
 * of the sign-in page sees, and no cookie changes it: so every origin may read it, and none with credentials.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const record = await resolveHost(requestedHost(request.headers));
    if (!record) throw notFound();
    const { brand, etag } = await publicBrand(record);
    const headers = { ...open, etag, 'cache-control': 'public, no-cache' };
    if (matchesTag(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    return Response.json(brand, { headers });
  } catch (error) {
    const { requestId } = requestInfo(request.headers);
    const answer = problem(toAppError(error, requestId), requestId);
    for (const [name, value] of Object.entries(open)) answer.headers.set(name, value);
    return answer;
  }
}

export function OPTIONS(): Response {
  const headers = {
    ...open,
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'if-none-match',
    'access-control-max-age': '86400',
  };
  return new Response(null, { status: 204, headers });
}
