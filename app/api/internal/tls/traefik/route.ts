import { answerInternally } from '@/lib/http/answer-internally';
import { traefikConfiguration } from '@/lib/http/traefik-configuration';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerInternally(request, traefikConfiguration);
}
