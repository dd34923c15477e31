import { endBrandPreview } from '@/lib/http/brand-preview';
import { requireOrigin } from '@/lib/http/require-origin';
import { safeReturnPath } from '@/lib/http/return-path';
import { answerFor, nothingHere, type HostParams } from '@/lib/workflows/host-files/answers';

export const dynamic = 'force-dynamic';

/** Takes nothing and needs no session: whoever sees a draft may stop seeing it, on the page where they were. */
export const POST = (request: Request, context: HostParams): Promise<Response> =>
  answerFor(context, 'site', async (record) => {
    try {
      requireOrigin(request.headers, record.host);
    } catch {
      return nothingHere();
    }
    await endBrandPreview(record);
    return new Response(null, { status: 303, headers: { location: pageBefore(request), 'cache-control': 'no-store' } });
  });

/** The path of the page that asked, which is one of this host: only those get here. */
function pageBefore({ headers }: Request): string {
  const before = headers.get('referer') ?? '';
  return URL.canParse(before) ? safeReturnPath(new URL(before).pathname) : '/';
}
