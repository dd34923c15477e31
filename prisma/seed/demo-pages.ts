import type { MemberContext } from '@/lib/core/access/context';
import { createPage } from '@/lib/features/pages/create-page';
import { publishPage } from '@/lib/features/pages/publish-page';
import { isAppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { DemoTenant } from './demo-tenants';

/** The tenant's public pages, written and published as its owner would. */
export async function addDemoPages(ctx: MemberContext, tenant: DemoTenant): Promise<void> {
  for (const { draft, ...page } of tenant.pages) {
    if (await tenantDb(ctx).page.findFirst({ where: { slug: page.slug }, select: { id: true } })) continue;
    try {
      const { id } = await createPage(ctx, page);
      if (!draft) await publishPage(ctx, id);
    } catch (error) {
      if (!isAppError(error, 'conflict')) throw error;
    }
  }
}
