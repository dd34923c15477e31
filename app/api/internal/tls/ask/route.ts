import { answerTlsAsk } from '@/lib/http/tls-ask';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Promise<Response> {
  return answerTlsAsk(request);
}
