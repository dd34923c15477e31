import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { refuseTakenSlug } from './refuse-taken-slug';
import { requirePages } from './require-pages';
import { maxPages } from './rules';
import type { CreatePage } from './schema';

/** Adds a draft at the end of the site's navigation. @throws AppError not_found, forbidden, validation_failed, unprocessable */
export async function createPage(ctx: MemberContext, input: CreatePage): Promise<{ id: string }> {
  await requirePages(ctx, 'site.manage');
  return refuseTakenSlug(
    tenantDb(ctx).$transaction(async (tx) => {
      const { _count, _max } = await tx.page.aggregate({ _count: true, _max: { position: true } });
      if (_count >= maxPages)
        throw new AppError('unprocessable', 'Too many pages.', {
          messageKey: 'tooManyPages',
          values: { limit: maxPages },
        });
      const data = { ...input, position: (_max.position ?? 0) + 1, updatedByName: ctx.actor.name };
      const { id } = await tx.page.create({ data, select: { id: true } });
      const changes = { slug: { before: null, after: input.slug }, title: { before: null, after: input.title } };
      await recordEvent(tx, ctx, 'page.created', { type: 'page', id, label: input.title }, changes);
      return { id };
    }),
  );
}
