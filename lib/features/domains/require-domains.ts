import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { requireFeature } from '@/lib/core/flags/snapshot';

/** Who may do what with domains: the feature first, because without it there is nothing to be refused. @throws AppError not_found, forbidden */
export async function requireDomains(ctx: TenantContext, permission: 'domains.view' | 'domains.manage'): Promise<void> {
  await requireFeature(ctx, 'domains.custom');
  requirePermission(ctx, permission);
}
