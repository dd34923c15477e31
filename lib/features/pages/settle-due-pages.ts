import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { dropPublishedPages } from './published-pages';
import { settlePage } from './settle-page';
import { lockPage } from './store';

/** Publishes and takes off what was due by now. Each page by itself: one that is refused (its address was taken) keeps no other back. */
export async function settleDuePages(ctx: TenantContext, now: Date): Promise<{ refused: string[] }> {
  requirePermission(ctx, 'site.manage');
  const db = tenantDb(ctx);
  const due = await db.page.findMany({
    where: { OR: [{ publishAt: { lte: now } }, { unpublishAt: { lte: now } }] },
    select: { id: true },
  });
  const refused: string[] = [];
  for (const { id } of due) {
    try {
      await db.$transaction(async (tx) => settlePage(tx, ctx, await lockPage(tx, id), now));
    } catch {
      refused.push(id);
    }
  }
  dropPublishedPages(ctx.tenantId);
  return { refused };
}
