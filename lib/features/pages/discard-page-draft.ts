import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { Prisma } from '@/lib/generated/prisma/client';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requirePages } from './require-pages';
import { lockPage } from './store';

/** Drops the changes that were not published; the site never showed them. @throws AppError not_found, forbidden */
export async function discardPageDraft(ctx: MemberContext, id: string): Promise<{ updatedAt: string }> {
  await requirePages(ctx, 'site.manage');
  return tenantDb(ctx).$transaction(async (tx) => {
    const page = await lockPage(tx, id);
    if (page.draft === null) return { updatedAt: page.updatedAt.toISOString() };
    const data = { draft: Prisma.DbNull, updatedByName: ctx.actor.name };
    const saved = await tx.page.update({ where: rowKey(ctx, id), data, select: { updatedAt: true } });
    await recordEvent(tx, ctx, 'page.draft_discarded', { type: 'page', id, label: page.title });
    return { updatedAt: saved.updatedAt.toISOString() };
  });
}
