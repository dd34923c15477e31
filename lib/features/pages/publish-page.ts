import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { dropPublishedPages } from './published-pages';
import { requirePages } from './require-pages';
import { lockPage } from './store';
import type { PageStatus } from './schema';

/** Shows a page on the site. @throws AppError not_found, forbidden */
export function publishPage(ctx: MemberContext, id: string): Promise<{ updatedAt: string }> {
  return setStatus(ctx, id, 'published');
}

/** Takes a page off the site and keeps it as a draft. @throws AppError not_found, forbidden */
export function unpublishPage(ctx: MemberContext, id: string): Promise<{ updatedAt: string }> {
  return setStatus(ctx, id, 'draft');
}

async function setStatus(ctx: MemberContext, id: string, status: PageStatus): Promise<{ updatedAt: string }> {
  await requirePages(ctx, 'site.manage');
  const saved = await tenantDb(ctx).$transaction(async (tx) => {
    const page = await lockPage(tx, id);
    if (page.status === status) return { updatedAt: page.updatedAt };
    const data = { status, publishedAt: status === 'published' ? new Date() : null, updatedByName: ctx.actor.name };
    const saved = await tx.page.update({ where: rowKey(ctx, id), data, select: { updatedAt: true } });
    const action = status === 'published' ? 'page.published' : 'page.unpublished';
    await recordEvent(
      tx,
      ctx,
      action,
      { type: 'page', id, label: page.title },
      { status: { before: page.status, after: status } },
    );
    await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
    return { updatedAt: saved.updatedAt.toISOString() };
  });
  dropPublishedPages(ctx.tenantId);
  return saved;
}
