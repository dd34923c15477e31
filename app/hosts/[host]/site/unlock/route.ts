import { hostOrigin } from '@/lib/platform/origins';
import { isAppError } from '@/lib/platform/errors';
import { requestInfo, requestedPath } from '@/lib/core/access/request-info';
import { siteGateCookie } from '@/lib/edge/site-gate';
import { siteGate } from '@/lib/features/site/live-site';
import { unlockSite } from '@/lib/features/site/unlock-site';
import { requireOrigin } from '@/lib/http/require-origin';
import { safeReturnPath } from '@/lib/http/return-path';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { answerFor, nothingHere, type HostParams } from '@/lib/workflows/host-files/answers';
import { unlockPage, type UnlockProblem } from '@/lib/workflows/site-access/unlock-page';

export const dynamic = 'force-dynamic';

/** The form of a site with a password. The edge shows it in the place of every page until the password was given. */
export const GET = (request: Request, context: HostParams): Promise<Response> =>
  answerFor(context, 'site', async (record) => {
    if ((await siteGate(record)) === null) return moved('/');
    const wanted = requestedPath(request.headers);
    return unlockPage(record, { returnTo: wanted.startsWith('/unlock') ? '/' : safeReturnPath(wanted), problem: null });
  });

export const POST = (request: Request, context: HostParams): Promise<Response> =>
  answerFor(context, 'site', (record) => unlock(request, record));

/** More than a password and a path can take. */
const BODY_BYTES_MAX = 8_192;
const ACCESS_SECONDS = 30 * 24 * 60 * 60;

async function unlock(request: Request, record: HostRecord): Promise<Response> {
  const origin = hostOrigin(record.host);
  if (Number(request.headers.get('content-length') ?? BODY_BYTES_MAX + 1) > BODY_BYTES_MAX) return nothingHere();
  try {
    requireOrigin(request.headers, record.host);
  } catch {
    return nothingHere();
  }
  const form = new URLSearchParams(await request.text());
  const returnTo = safeReturnPath(form.get('returnTo'));
  const refuse = (problem: UnlockProblem): Promise<Response> => unlockPage(record, { returnTo, problem });
  try {
    const value = await unlockSite(record, (form.get('password') ?? '').slice(0, 128), requestInfo(request.headers).ip);
    if (value === null) return await refuse({ kind: 'wrong' });
    const https = origin.startsWith('https:');
    const cookie = `${siteGateCookie(https)}=${value}; Path=/; Max-Age=${ACCESS_SECONDS}; HttpOnly; SameSite=Lax`;
    return moved(returnTo, https ? `${cookie}; Secure` : cookie);
  } catch (error) {
    if (!isAppError(error, 'rate_limited')) throw error;
    return refuse({ kind: 'limited', seconds: error.details.retryAfterSeconds ?? 60 });
  }
}

/** The target is a path on this host. */
function moved(location: string, cookie?: string): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  if (cookie !== undefined) headers.set('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
