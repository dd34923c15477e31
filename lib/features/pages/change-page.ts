import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween, type Changes } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { refuseTakenSlug } from './refuse-taken-slug';
import { dropPublishedPages } from './published-pages';
import { requirePages } from './require-pages';
import { lockPage } from './store';
import type { ChangePage, PageContent } from './schema';

/**
 * Saves a page. A published one changes on the site with it.
 * @throws AppError not_found, forbidden, validation_failed, conflict (somebody else saved in between)
 */
export async function changePage(
  ctx: MemberContext,
  { id, updatedAt, ...wanted }: ChangePage,
): Promise<{ updatedAt: string }> {
  await requirePages(ctx, 'site.manage');
  const result = await refuseTakenSlug(
    tenantDb(ctx).$transaction(async (tx) => {
      const page = await lockPage(tx, id);
      if (page.updatedAt !== updatedAt) throw new AppError('conflict', 'Somebody else saved this page in between.');
      const changes = changesOf(page, wanted);
      if (Object.keys(changes).length === 0) return { updatedAt };
      const data = { ...wanted, updatedByName: ctx.actor.name };
      const saved = await tx.page.update({ where: rowKey(ctx, id), data, select: { updatedAt: true } });
      await recordEvent(tx, ctx, 'page.changed', { type: 'page', id, label: wanted.title }, changes);
      if (page.status === 'published') await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
      return { updatedAt: saved.updatedAt.toISOString() };
    }),
  );
  dropPublishedPages(ctx.tenantId);
  return result;
}

/** The log tells that the text changed and how long it was and is; the text itself stays on the page. */
function changesOf(before: PageContent, after: PageContent): Changes {
  const facts = changesBetween(factsOf(before), factsOf(after));
  if (before.body === after.body) return facts;
  return { ...facts, body: { before: lengthOf(before), after: lengthOf(after) } };
}

function factsOf({ slug, title, description }: PageContent): Record<string, unknown> {
  return { slug, title, description };
}

function lengthOf({ body }: PageContent): string {
  return `${body.length} characters`;
}
