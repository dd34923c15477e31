import { metricsResponse } from '@/lib/http/metrics-response';

export const dynamic = 'force-dynamic';

export function GET(request: Request): Response {
  return metricsResponse(request.headers.get('authorization'));
}
