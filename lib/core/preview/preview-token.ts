import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { isUuid } from '@/lib/platform/ids';
import { derivedToken } from '@/lib/platform/secrets';

/** What a link may show before it is published. A link for one is worth nothing for another. */
export type PreviewPurpose = 'page' | 'brand';

/** Long enough to send to a colleague in the next room, short enough to be worth nothing in a log. */
export const PREVIEW_MINUTES = 30;

interface Tenant {
  readonly tenantId: string;
}

/**
 * A token for an address that shows one unpublished thing of one tenant, without a session, until it expires.
 * Shape: `<subject id>.<expiry in seconds, base 36>.<HMAC over tenant, purpose, subject and expiry>`.
 */
export function previewToken(
  { tenantId }: Tenant,
  purpose: PreviewPurpose,
  subjectId: string,
  now = new Date(),
): string {
  const expiry = (Math.floor(now.getTime() / 1_000) + PREVIEW_MINUTES * 60).toString(36);
  return `${subjectId}.${expiry}.${seal(tenantId, purpose, subjectId, expiry)}`;
}

/** What the token shows of this tenant, or null for one that is expired, altered, another tenant's or for something else. */
export function readPreviewToken(
  { tenantId }: Tenant,
  purpose: PreviewPurpose,
  token: string,
  now = new Date(),
): { subjectId: string } | null {
  const [subjectId = '', expiry = '', mac = '', ...rest] = token.split('.');
  if (rest.length > 0 || !isUuid(subjectId) || !/^[0-9a-z]{1,9}$/.test(expiry)) return null;
  const given = Buffer.from(mac);
  const wanted = Buffer.from(seal(tenantId, purpose, subjectId, expiry));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return Number.parseInt(expiry, 36) * 1_000 > now.getTime() ? { subjectId } : null;
}

function seal(tenantId: string, purpose: PreviewPurpose, subjectId: string, expiry: string): string {
  return derivedToken('preview', `${tenantId}\n${purpose}\n${subjectId}\n${expiry}`);
}
