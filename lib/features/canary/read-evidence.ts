import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { notFound } from '@/lib/platform/errors';
import { canonicalJson } from './canonical-json';
import type { SignedEvidence } from './schema';
import { isSignedByUs } from './signing-key';
import { findEvidence } from './store';

/** The newest evidence and whether its signature is good; null before the first run. @throws AppError forbidden */
export async function readEvidence(
  ctx: TenantContext,
): Promise<{ signed: SignedEvidence; signatureValid: boolean } | null> {
  requirePermission(ctx, 'security.view');
  const signed = await findEvidence(ctx);
  return signed && { signed, signatureValid: isSignedByUs(signed) };
}

/** The same as a file. Its `payload` stands there in exactly the bytes that were signed. @throws AppError forbidden, not_found */
export async function downloadEvidence(ctx: TenantContext): Promise<Response> {
  const evidence = await readEvidence(ctx);
  if (!evidence) throw notFound();
  const { payload } = evidence.signed;
  return new Response(`${canonicalJson(evidence.signed)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="isolation-evidence-${payload.finishedAt.slice(0, 10)}.json"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
