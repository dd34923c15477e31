'use server';

import { headers } from 'next/headers';
import { endBrandPreview } from '@/lib/http/brand-preview';
import { requireOrigin } from '@/lib/http/require-origin';
import { tenantHost } from '@/lib/http/tenant-request';

/** Takes nothing and needs no session: whoever sees the draft on the sign-in page may stop seeing it. */
export async function leavePreviewAction(): Promise<void> {
  const record = await tenantHost('portal');
  requireOrigin(await headers(), record.host);
  await endBrandPreview(record);
}
