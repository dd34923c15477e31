import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { signPreview } from '@/lib/core/preview/preview-token';
import { siteOrigin } from '@/lib/core/preview/site-origin';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requirePages } from './require-pages';
import { readPage } from './store';

/**
 * An address on the real site that shows the page as it was last saved, to whoever has it, for a while.
 * @throws AppError not_found, forbidden, unprocessable while the tenant has no site
 */
export async function previewLink(ctx: MemberContext, id: string): Promise<{ url: string }> {
  await requirePages(ctx, 'site.manage');
  await readPage(tenantDb(ctx), id);
  const origin = await siteOrigin(ctx);
  if (origin === null) throw new AppError('unprocessable', 'No site.', { messageKey: 'siteHasNoAddress' });
  return { url: `${origin}/preview/${id}.${signPreview(ctx, 'page', id)}` };
}
