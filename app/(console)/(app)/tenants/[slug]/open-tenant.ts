import 'server-only';
import { cache } from 'react';
import type { ConsoleContext, SuperAdminActor } from '@/lib/core/access/context';
import { tenantBySlug, type TenantDetail } from '@/lib/features/tenants/tenant-by-slug';
import { openConsolePage, orNotFound } from '@/lib/http/page';

/** The tenant of the address, read once for the frame and the page inside it. */
export const openTenant = cache(
  async (slug: string): Promise<{ ctx: ConsoleContext<SuperAdminActor>; tenant: TenantDetail }> => {
    const ctx = await openConsolePage('tenants.view');
    return { ctx, tenant: await orNotFound(tenantBySlug(ctx, slug)) };
  },
);

export interface TenantPageProps {
  params: Promise<{ slug: string }>;
}
