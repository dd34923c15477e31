import 'server-only';
import { cookies } from 'next/headers';
import { draftBrandOf } from '@/lib/core/branding/draft-brand';
import type { LiveBrand } from '@/lib/core/branding/read-brand';
import { isPreview, previewSeconds, signPreview, type PreviewPurpose } from '@/lib/core/preview/preview-token';
import { brandPreviewCookie } from '@/lib/edge/site-draft';
import { isSecureHost } from '@/lib/platform/origins';
import type { HostRecord } from '@/lib/tenancy/host-directory';

/** Host-only like the session's, so no sibling host can set it under TLS. */
function previewCookie(host: string) {
  const secure = isSecureHost(host);
  return {
    name: brandPreviewCookie(secure),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: previewSeconds } as const,
  };
}

/** What is seen on the portal is not thereby seen on the site. */
function purposeOf({ surface }: Pick<HostRecord, 'surface'>): PreviewPurpose {
  return surface === 'site' ? 'brand-site' : 'brand-portal';
}

/** Shows the draft to this browser alone, on this host, for half an hour. Whether the
 * member may see drafts is asked for each page (`previewedBrand`). */
export async function startBrandPreview(record: HostRecord, memberId: string): Promise<void> {
  const { name, options } = previewCookie(record.host);
  (await cookies()).set(name, `${memberId}.${signPreview(record, purposeOf(record), memberId)}`, options);
}

export async function endBrandPreview({ host }: Pick<HostRecord, 'host'>): Promise<void> {
  const { name, options } = previewCookie(host);
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/**
 * The draft, for a browser that its author switched it on in, also on the sign-in page; null for everybody else. Who has been removed or
 * may no longer change the branding sees what all see, whatever the cookie says.
 */
export async function previewedBrand(record: HostRecord): Promise<LiveBrand | null> {
  const cookie = (await cookies()).get(previewCookie(record.host).name)?.value;
  const { 1: memberId, 2: token } = /^([0-9a-f-]{36})\.(.+)$/.exec(cookie ?? '') ?? [];
  if (memberId === undefined || token === undefined) return null;
  return isPreview(record, purposeOf(record), memberId, token) ? draftBrandOf(record, memberId) : null;
}
