import { isPreview } from '@/lib/core/preview/preview-token';
import { startBrandPreview } from '@/lib/http/brand-preview';
import { answerFor, nothingHere } from '@/lib/workflows/host-files/answers';

export const dynamic = 'force-dynamic';

interface LinkParams {
  params: Promise<{ host: string; token: string }>;
}

/**
 * Where the studio leads the author of a draft: this browser sees the site with it from now on, for a while. Whether that member may
 * still see it is asked anew for each page.
 */
export const GET = (_request: Request, context: LinkParams): Promise<Response> =>
  answerFor(context, 'site', async (record) => {
    const { token } = await context.params;
    const [, memberId = '', seal = ''] = /^([0-9a-f-]{36})\.(.+)$/.exec(token) ?? [];
    if (record.status !== 'active' || !isPreview(record, 'brand-link', memberId, seal)) return nothingHere();
    await startBrandPreview(record, memberId);
    return new Response(null, { status: 303, headers: { location: '/', 'cache-control': 'no-store' } });
  });
