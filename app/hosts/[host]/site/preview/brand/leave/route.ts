import { endBrandPreview } from '@/lib/http/brand-preview';
import { requireOrigin } from '@/lib/http/require-origin';
import { answerFor, nothingHere, type HostParams } from '@/lib/workflows/host-files/answers';

export const dynamic = 'force-dynamic';

/** Takes nothing and needs no session: whoever sees a draft may stop seeing it. */
export const POST = (request: Request, context: HostParams): Promise<Response> =>
  answerFor(context, 'site', async (record) => {
    try {
      requireOrigin(request.headers, record.host);
    } catch {
      return nothingHere();
    }
    await endBrandPreview(record);
    return new Response(null, { status: 303, headers: { location: '/', 'cache-control': 'no-store' } });
  });
