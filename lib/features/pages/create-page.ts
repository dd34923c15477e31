import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { emptyContent, mergeContent } from './page-state';
import { refuseTakenSlug } from './refuse-taken-slug';
import { requirePages } from './require-pages';
import { maxPages } from './rules';
import { readTree, requireOwnPicture } from './store';
import { parentFault } from './tree';
import type { CreatePage } from './schema';

/** Adds a draft as the last one below its parent. @throws AppError not_found, forbidden, validation_failed, unprocessable */
export async function createPage(
  ctx: MemberContext,
  { parentId = null, ...wanted }: CreatePage,
): Promise<{ id: string }> {
  await requirePages(ctx, 'site.manage');
  return refuseTakenSlug(
    tenantDb(ctx).$transaction(async (tx) => {
      const { _count, _max } = await tx.page.aggregate({ _count: true, _max: { position: true } });
      if (_count >= maxPages)
        throw new AppError('unprocessable', 'Too many pages.', {
          messageKey: 'tooManyPages',
          values: { limit: maxPages },
        });
      const fault = parentFault(await readTree(tx), null, parentId);
      if (fault) throw new AppError('validation_failed', 'Not below this page.', { fields: { parentId: fault } });
      const content = mergeContent(emptyContent, wanted);
      await requireOwnPicture(tx, content.socialAssetId);
      const data = { ...content, parentId, position: (_max.position ?? 0) + 1, updatedByName: ctx.actor.name };
      const { id } = await tx.page.create({ data, select: { id: true } });
      const { slug, title } = content;
      const changes = { slug: { before: null, after: slug }, title: { before: null, after: title } };
      await recordEvent(tx, ctx, 'page.created', { type: 'page', id, label: title }, changes);
      return { id };
    }),
  );
}
