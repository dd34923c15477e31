import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { requireFeature } from '@/lib/core/flags/snapshot';

/** Who may see or change the site: the feature first, because without it there is nothing to be refused. @throws AppError not_found, forbidden */
export async function requireSite(ctx: TenantContext, permission: 'site.view' | 'site.manage'): Promise<void> {
  await requireFeature(ctx, 'site.pages');
  requirePermission(ctx, permission);
}
