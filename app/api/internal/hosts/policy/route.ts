import { answerInternally } from '@/lib/http/answer-internally';
import { isInternalCaller } from '@/lib/http/local-callers';
import { hostPolicy } from '@/lib/workflows/host-policy/host-policy';

export const dynamic = 'force-dynamic';

/** What the edge asks for before it serves a site or a custom domain. */
export function GET(request: Request): Promise<Response> {
  const host = new URL(request.url).searchParams.get('host') ?? '';
  return answerInternally(request, isInternalCaller, () => hostPolicy(host));
}
