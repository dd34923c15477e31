import 'server-only';
import { can, type TenantContext } from '@/lib/core/access/context';
import { portalNavigation } from '@/lib/core/access/navigation';
import { enabledIn, flagSnapshot } from './snapshot';

export type PortalPage = (typeof portalNavigation)[number];

/** Pages of the portal that exist for this member: allowed by the role and switched on for the tenant. */
export async function visiblePortalPages(ctx: TenantContext): Promise<PortalPage[]> {
  const snapshot = await flagSnapshot(ctx);
  return portalNavigation.filter(
    (page) => can(ctx, page.permission) && (!('feature' in page) || enabledIn(snapshot, page.feature)),
  );
}
