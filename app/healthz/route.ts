export const dynamic = 'force-dynamic';

/** The process is alive; whether it can serve is /readyz's to say. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
