import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { contentChanges, keepEdit } from './keep-edit';
import { mergeContent } from './page-state';
import { dropPublishedPages } from './published-pages';
import { refuseTakenSlug } from './refuse-taken-slug';
import { requirePages } from './require-pages';
import { settlePage } from './settle-page';
import { editedContent, lockRevision } from './store';
import type { ChangePage } from './schema';

/**
 * Saves a page. Of a published one the site keeps what it shows until the changes are published.
 * @throws AppError not_found, forbidden, validation_failed, conflict (somebody else saved in between)
 */
export async function changePage(
  ctx: MemberContext,
  { id, updatedAt, ...wanted }: ChangePage,
): Promise<{ updatedAt: string }> {
  await requirePages(ctx, 'site.manage');
  const result = await refuseTakenSlug(
    tenantDb(ctx).$transaction(async (tx) => {
      const page = await settlePage(tx, ctx, await lockRevision(tx, id, updatedAt));
      const before = editedContent(page);
      const after = mergeContent(before, wanted);
      const changes = contentChanges(before, after);
      if (Object.keys(changes).length === 0) return { updatedAt: page.updatedAt.toISOString() };
      const saved = await keepEdit(tx, ctx, page, after);
      await recordEvent(tx, ctx, 'page.changed', { type: 'page', id, label: after.title }, changes);
      return saved;
    }),
  );
  dropPublishedPages(ctx.tenantId);
  return result;
}
