import type { MemberContext } from '@/lib/core/access/context';
import { createPage } from '@/lib/features/pages/create-page';
import { publishPage } from '@/lib/features/pages/publish-page';
import { isAppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { DemoTenant } from './demo-tenants';

/** The tenant's public pages, written and published as its owner would. */
export async function addDemoPages(ctx: MemberContext, tenant: DemoTenant): Promise<void> {
  for (const [index, { draft, ...page }] of tenant.pages.entries()) {
    if (await tenantDb(ctx).page.findFirst({ where: { slug: page.slug }, select: { id: true } })) continue;
    try {
      // Written in the tenant's first days.
      const createdAt = new Date(Date.now() - (84 - 3 * index) * 86_400_000);
      const then = { ...ctx, request: { ...ctx.request, at: createdAt } };
      const { id } = await createPage(then, page);
      if (!draft) await publishPage(then, id);
      await tenantDb(ctx).page.updateMany({
        where: { id },
        data: { createdAt, publishedAt: draft ? null : createdAt },
      });
    } catch (error) {
      if (!isAppError(error, 'conflict')) throw error;
    }
  }
}
