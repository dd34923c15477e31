import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedToken } from '@/lib/platform/secrets';
import type { TenantScope } from '@/lib/tenancy/context';

/** What a token may show. A token of one purpose is noise to another. */
export const PREVIEW_PURPOSES = ['brand-portal', 'page'] as const;
export type PreviewPurpose = (typeof PREVIEW_PURPOSES)[number];

export const PREVIEW_SECONDS = 30 * 60;

/**
 * Lets its bearer see one thing that is not published: `subject` of this tenant, until the time in it. It says what and never who, and
 * opens nothing else, so it may stand in a link; whoever shows the thing sends it `noindex` and `no-store`.
 * @param subject an id without dots, such as a version's or a session's
 * @returns `<subject>.<expiry, seconds since 1970>.<HMAC-SHA-256, base64url>`, safe in a path and in a cookie
 */
export function signPreview(
  scope: Pick<TenantScope, 'tenantId'>,
  purpose: PreviewPurpose,
  subject: string,
  now: Date = new Date(),
): string {
  const said = `${subject}.${Math.floor(now.getTime() / 1000) + PREVIEW_SECONDS}`;
  return `${said}.${sign(scope, purpose, said)}`;
}

/** The subject, or null where the token is altered, expired, of another purpose or of another tenant: all the same to the caller. */
export function readPreview(
  scope: Pick<TenantScope, 'tenantId'>,
  purpose: PreviewPurpose,
  token: string,
  now: Date = new Date(),
): string | null {
  const [, subject, expiry, signature] = TOKEN.exec(token) ?? [];
  if (subject === undefined || expiry === undefined || signature === undefined) return null;
  const expected = Buffer.from(sign(scope, purpose, `${subject}.${expiry}`));
  if (!timingSafeEqual(expected, Buffer.from(signature))) return null;
  return Number(expiry) * 1000 > now.getTime() ? subject : null;
}

const TOKEN = /^([\w-]{1,100})\.(\d{10})\.([\w-]{43})$/;

/** Each tenant has a key of its own, as each use of the master key has. */
function sign({ tenantId }: Pick<TenantScope, 'tenantId'>, purpose: PreviewPurpose, said: string): string {
  return createHmac('sha256', derivedToken('preview', tenantId)).update(`${purpose}.${said}`).digest('base64url');
}
