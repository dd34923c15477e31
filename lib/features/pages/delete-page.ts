import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { dropPublishedPages } from './published-pages';
import { requirePages } from './require-pages';
import { lockPage } from './store';

/** Deletes a page and its versions for good; pages below it have to go elsewhere first. @throws AppError not_found, forbidden, unprocessable */
export async function deletePage(ctx: MemberContext, id: string): Promise<void> {
  await requirePages(ctx, 'site.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const { slug, title, status } = await lockPage(tx, id);
    if (await tx.page.findFirst({ where: { parentId: id }, select: { id: true } }))
      throw new AppError('unprocessable', 'It has pages below it.', { messageKey: 'pageHasChildren' });
    await tx.page.delete({ where: rowKey(ctx, id) });
    const changes = { slug: { before: slug, after: null }, status: { before: status, after: null } };
    await recordEvent(tx, ctx, 'page.deleted', { type: 'page', id, label: title }, changes);
    await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
  });
  dropPublishedPages(ctx.tenantId);
}
