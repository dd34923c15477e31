import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { draftBrandOf } from '@/lib/core/branding/draft-brand';
import { signPreview } from '@/lib/core/preview/preview-token';
import { siteOrigin } from '@/lib/core/preview/site-origin';
import { AppError } from '@/lib/platform/errors';

/**
 * An address on the real site that begins to show the draft to the browser that follows it within a minute (app/hosts/[host]/draft).
 * @throws AppError forbidden, conflict (no draft), unprocessable while the tenant has no site
 */
export async function previewBrandOnSite(ctx: MemberContext): Promise<{ url: string }> {
  requirePermission(ctx, 'branding.manage');
  const { id } = ctx.actor;
  const [draft, origin] = await Promise.all([draftBrandOf(ctx, id), siteOrigin(ctx)]);
  if (draft === null) throw new AppError('conflict', 'There is no draft.', { messageKey: 'brandNoDraft' });
  if (origin === null) throw new AppError('unprocessable', 'No site.', { messageKey: 'siteHasNoAddress' });
  return { url: `${origin}/preview/brand/${id}.${signPreview(ctx, 'brand-link', id)}` };
}
