import 'server-only';
import { neutralNotFound } from '@/lib/edge/not-found';
import { platformLanguage } from '@/lib/messages/locales';
import type { HostRecord } from '@/lib/tenancy/host-directory';
import { openHost } from './open-host';

export interface HostParams {
  params: Promise<{ host: string }>;
}

/** A file that each host has its own of. Unknown hosts get the answer that names nobody. */
export async function answerFor(
  { params }: HostParams,
  surface: HostRecord['surface'],
  answer: (record: HostRecord) => Promise<Response> | Response,
): Promise<Response> {
  const { host } = await params;
  const record = await openHost(host, surface);
  return record ? answer(record) : nothingHere();
}

/** The same bytes for a host and for a file that is not there. Files are asked for by programs, so they are so in one language. */
export function nothingHere(): Response {
  const { body, headers } = neutralNotFound('page', platformLanguage);
  return new Response(body, { status: 404, headers });
}

export function textFile(lines: readonly string[], contentType = 'text/plain'): Response {
  return file(`${lines.join('\n')}\n`, `${contentType}; charset=utf-8`, 300);
}

/** A picture that changes with the brand; its address in pages carries the brand's version. */
export function pngFile(png: Buffer): Response {
  return file(new Uint8Array(png), 'image/png', 3600);
}

export function file(body: BodyInit, contentType: string, maxAgeSeconds: number): Response {
  const headers = { 'content-type': contentType, 'cache-control': `public, max-age=${maxAgeSeconds}` };
  return new Response(body, { headers });
}
