import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { dropPublishedPages } from './published-pages';
import { requirePages } from './require-pages';
import { lockPage, readTree } from './store';
import { swapWithNeighbour } from './tree';
import type { MovePage } from './schema';

/** Moves a page one place among the pages beside it; what is below it comes along. @throws AppError not_found, forbidden */
export async function movePage(ctx: MemberContext, { id, direction }: MovePage): Promise<void> {
  await requirePages(ctx, 'site.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "public".pages ORDER BY id FOR UPDATE`;
    const page = await lockPage(tx, id);
    const before = (await readTree(tx)).filter(({ parentId }) => parentId === page.parentId).map((node) => node.id);
    const after = swapWithNeighbour(before, id, direction);
    if (after.every((each, index) => each === before[index])) return;
    // Not through the model: a place in a list is no change of the page, so its time of saving stays.
    for (const [index, each] of after.entries())
      await tx.$executeRaw`UPDATE "public".pages SET position = ${index + 1} WHERE id = ${each}::uuid AND position <> ${index + 1}`;
    const changes = { place: { before: before.indexOf(id) + 1, after: after.indexOf(id) + 1 } };
    await recordEvent(tx, ctx, 'page.moved', { type: 'page', id, label: page.title }, changes);
    await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
  });
  dropPublishedPages(ctx.tenantId);
}
