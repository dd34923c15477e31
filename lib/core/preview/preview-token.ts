import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedToken } from '@/lib/platform/secrets';
import type { TenantScope } from '@/lib/tenancy/context';

/** What a preview link opens. One made for one of them opens no other. */
export type PreviewPurpose = 'site-code' | 'page' | 'brand-portal' | 'brand-site' | 'brand-link';

/** A preview lives this long, in seconds. */
export const previewSeconds = 30 * 60;
/** A link that is followed at once and no more: what it begins lives on in the browser that followed it. */
const LINK_SECONDS = 60;

/**
 * The secret part of a link to something that is not published: `<expiry>.<signature>`, for one tenant, purpose and subject.
 * @param subject what is shown, such as the id of a draft
 */
export function signPreview(scope: TenantScope, purpose: PreviewPurpose, subject: string, now = Date.now()): string {
  const expires = String(Math.floor(now / 1000) + (purpose === 'brand-link' ? LINK_SECONDS : previewSeconds));
  return `${expires}.${signature(scope, purpose, subject, expires)}`;
}

/** Whether a token was made by us for exactly this, and is not over. */
export function isPreview(
  scope: TenantScope,
  purpose: PreviewPurpose,
  subject: string,
  token: string,
  now = Date.now(),
): boolean {
  const { 1: expires, 2: given } = /^(\d{1,12})\.([\w-]{43})$/.exec(token) ?? [];
  if (expires === undefined || given === undefined || Number(expires) * 1000 <= now) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(scope, purpose, subject, expires)));
}

function signature({ tenantId }: TenantScope, purpose: PreviewPurpose, subject: string, expires: string): string {
  const key = derivedToken('preview', tenantId);
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, subject, expires]))
    .digest('base64url');
}
