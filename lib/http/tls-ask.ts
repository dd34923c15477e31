import 'server-only';
import { normaliseHost } from '@/lib/edge/host';
import { notFound } from '@/lib/platform/errors';
import { logger } from '@/lib/platform/logger';
import { consoleHost, rootHost } from '@/lib/platform/origins';
import { grantCertificate } from '@/lib/tenancy/host-directory';
import { isInternalCaller } from './local-callers';
import { problem } from './problem';

/**
 * Answers a TLS terminator that asks whether to get a certificate for a host: 200 yes, 404 no. No DNS is asked: an attacker chooses the
 * names. To anybody else but the terminator the endpoint does not exist.
 */
export async function answerTlsAsk(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('domain') ?? request.headers.get('x-forwarded-host') ?? '';
  const host = normaliseHost(asked);
  if (!isInternalCaller(request.headers) || !host.ok) return problem(notFound(), '');
  if (host.host === nameOf(consoleHost()) || host.host === nameOf(rootHost())) return granted();
  const answer = await grantCertificate(host.host);
  if (answer === 'granted') return granted();
  if (answer === 'over_budget')
    logger.warn({ host: host.host }, 'no certificate: the tenant has had its week’s budget');
  return problem(notFound(), '');
}

function granted(): Response {
  return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } });
}

function nameOf(authority: string): string {
  return authority.split(':')[0] ?? '';
}
