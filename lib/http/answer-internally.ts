import 'server-only';
import { notFound } from '@/lib/platform/errors';
import { toAppError } from './failure';
import { problem } from './problem';

/** JSON for callers of whom `mayAsk` is true (local-callers.ts). To everybody else the endpoint does not exist; neither does null. */
export async function answerInternally(
  request: Request,
  mayAsk: (headers: Headers) => boolean,
  answer: () => Promise<object | null>,
): Promise<Response> {
  if (!mayAsk(request.headers)) return problem(notFound(), '');
  try {
    const body = await answer();
    if (body === null) return problem(notFound(), '');
    return Response.json(body, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problem(toAppError(error, ''), '');
  }
}
