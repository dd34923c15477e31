import { requestedHost } from '@/lib/core/access/request-info';
import { domainProof } from '@/lib/features/domains/domain-proof';

export const dynamic = 'force-dynamic';

/** Answers a check of a domain that is on its way to us: the edge lets nothing but 32 hexadecimal digits through. */
export async function GET(request: Request, { params }: { params: Promise<{ word: string }> }): Promise<Response> {
  const { word } = await params;
  return new Response(domainProof(requestedHost(request.headers), word), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
