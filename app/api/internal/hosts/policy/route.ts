import { answerInternally } from '@/lib/http/answer-internally';
import { dropWaitingSites } from '@/lib/http/drop-stale-sites';
import { isInternalCaller } from '@/lib/http/local-callers';
import { hostPolicy } from '@/lib/workflows/host-policy/host-policy';

export const dynamic = 'force-dynamic';

/** What the edge asks for before it serves a site or a custom domain. */
export function GET(request: Request): Promise<Response> {
  const host = new URL(request.url).searchParams.get('host') ?? '';
  return answerInternally(request, isInternalCaller, async () => {
    const policy = await hostPolicy(host);
    // The host may just have turned out to be another's, or paused: the page that the edge leads to next must not be an old one.
    dropWaitingSites();
    return policy;
  });
}
