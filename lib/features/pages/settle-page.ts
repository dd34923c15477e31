import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { Prisma, type Page } from '@/lib/generated/prisma/client';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { contentOf } from './page-state';
import { addVersion, editedContent } from './store';

/** Makes so on record what the clock has already done for visitors (page-state.ts). The page must be locked. */
export async function settlePage(tx: TenantTx, ctx: TenantContext, page: Page, now: Date = new Date()): Promise<Page> {
  const { publishAt, unpublishAt } = page;
  const begun = publishAt !== null && publishAt <= now;
  const ended = unpublishAt !== null && unpublishAt <= now;
  if (!begun && !ended) return page;
  const isLast = !(ended && begun) || unpublishAt >= publishAt;
  const shown = begun ? await showPage(tx, ctx, page, publishAt) : page;
  return ended && isLast ? hidePage(tx, ctx, shown) : shown;
}

/** Shows a page with its newest words, and keeps them as a version. */
export async function showPage(tx: TenantTx, ctx: TenantContext, page: Page, at: Date): Promise<Page> {
  const content = editedContent(page);
  const by = nameOf(ctx);
  const saved = await tx.page.update({
    where: rowKey(ctx, page.id),
    data: {
      ...content,
      draft: Prisma.DbNull,
      status: 'published',
      publishedAt: page.status === 'published' ? (page.publishedAt ?? at) : at,
      changedAt: at,
      publishAt: null,
      // A time that is over would take it off again at once.
      unpublishAt: page.unpublishAt !== null && page.unpublishAt <= at ? null : page.unpublishAt,
      updatedByName: by,
    },
  });
  const version = await addVersion(tx, page.id, content, by);
  const changes = { status: { before: page.status, after: 'published' }, version: { before: null, after: version } };
  await recordEvent(tx, ctx, 'page.published', { type: 'page', id: page.id, label: content.title }, changes);
  await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
  return saved;
}

/** Takes a page off the site; what was not published yet becomes what the draft says. */
export async function hidePage(tx: TenantTx, ctx: TenantContext, page: Page): Promise<Page> {
  const content = page.draft === null ? contentOf(page) : editedContent(page);
  const saved = await tx.page.update({
    where: rowKey(ctx, page.id),
    data: {
      ...content,
      draft: Prisma.DbNull,
      status: 'draft',
      publishedAt: null,
      changedAt: null,
      unpublishAt: null,
      updatedByName: nameOf(ctx),
    },
  });
  const changes = { status: { before: page.status, after: 'draft' } };
  await recordEvent(tx, ctx, 'page.unpublished', { type: 'page', id: page.id, label: content.title }, changes);
  await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
  return saved;
}

function nameOf({ actor }: TenantContext): string {
  return 'name' in actor ? actor.name : '';
}
