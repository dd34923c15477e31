import 'server-only';
import { notFound } from '@/lib/platform/errors';
import { toAppError } from './failure';
import { isInternalCaller } from './local-callers';
import { problem } from './problem';

/** JSON for this machine, or for whoever shows INTERNAL_TOKEN. To everybody else the endpoint does not exist; neither does null. */
export async function answerInternally(request: Request, answer: () => Promise<object | null>): Promise<Response> {
  if (!isInternalCaller(request.headers)) return problem(notFound(), '');
  try {
    const body = await answer();
    if (body === null) return problem(notFound(), '');
    return Response.json(body, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problem(toAppError(error, ''), '');
  }
}
