import { answerInternally } from '@/lib/http/answer-internally';
import { showsInternalToken } from '@/lib/http/local-callers';
import { traefikConfiguration } from '@/lib/http/traefik-configuration';

export const dynamic = 'force-dynamic';

/** Names hosts of every tenant: for the holder of INTERNAL_TOKEN alone. */
export function GET(request: Request): Promise<Response> {
  return answerInternally(request, showsInternalToken, traefikConfiguration);
}
