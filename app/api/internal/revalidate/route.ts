import { z } from 'zod';
import { isOwnCall } from '@/lib/http/drop-stale-sites';
import { problem } from '@/lib/http/problem';
import { dropPages } from '@/lib/http/site-cache';
import { forgetWarmSites } from '@/lib/http/warm-sites';
import { notFound } from '@/lib/platform/errors';

const bodySchema = z.strictObject({ tags: z.array(z.string().max(300)).max(10_000) });

/** This process tells itself which site pages are stale (drop-stale-sites.ts). To everybody else it does not exist. */
export async function POST(request: Request): Promise<Response> {
  const body = isOwnCall(request.headers) ? bodySchema.safeParse(await request.json().catch(() => null)) : undefined;
  if (!body?.success) return problem(notFound(), '');
  dropPages(body.data.tags);
  forgetWarmSites();
  return new Response(null, { status: 204 });
}
