import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import type { Page } from '@/lib/generated/prisma/client';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { dropPublishedPages } from './published-pages';
import { refuseTakenSlug } from './refuse-taken-slug';
import { requirePages } from './require-pages';
import { hidePage, showPage } from './settle-page';
import { lockPage } from './store';

/** Shows a page on the site, or the changes of one that is there. @throws AppError not_found, forbidden, validation_failed */
export function publishPage(ctx: MemberContext, id: string): Promise<{ updatedAt: string }> {
  return change(ctx, id, async (tx, page) =>
    page.status === 'published' && page.draft === null && page.publishAt === null
      ? page
      : showPage(tx, ctx, page, new Date()),
  );
}

/** Takes a page off the site and keeps it as a draft. @throws AppError not_found, forbidden, validation_failed */
export function unpublishPage(ctx: MemberContext, id: string): Promise<{ updatedAt: string }> {
  return change(ctx, id, async (tx, page) => (page.status === 'draft' ? page : hidePage(tx, ctx, page)));
}

async function change(
  ctx: MemberContext,
  id: string,
  work: (tx: TenantTx, page: Page) => Promise<Page>,
): Promise<{ updatedAt: string }> {
  await requirePages(ctx, 'site.manage');
  const { updatedAt } = await refuseTakenSlug(
    tenantDb(ctx).$transaction(async (tx) => work(tx, await lockPage(tx, id))),
  );
  dropPublishedPages(ctx.tenantId);
  return { updatedAt: updatedAt.toISOString() };
}
