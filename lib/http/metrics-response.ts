import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { neutralNotFound } from '@/lib/edge/not-found';
import { platformLanguage } from '@/lib/messages/locales';
import { env } from '@/lib/platform/env';
import { renderMetrics } from '@/lib/platform/metrics';

/** The metrics, for whoever knows METRICS_TOKEN. To all others, and where no token is set, there is nothing at this address. */
export function metricsResponse(authorization: string | null): Response {
  const { metricsToken } = env();
  if (!metricsToken || !isEqual(authorization ?? '', `Bearer ${metricsToken}`)) {
    const { body, headers } = neutralNotFound('problem', platformLanguage);
    return new Response(body, { status: 404, headers });
  }
  return new Response(renderMetrics(), {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
}

/** Hashed first: the comparison takes equally long whatever was sent. */
function isEqual(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
