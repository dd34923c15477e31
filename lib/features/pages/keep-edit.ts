import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { changesBetween, type Changes } from '@/lib/core/audit/changes';
import { Prisma, type Page } from '@/lib/generated/prisma/client';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { contentFields, contentOf, sameContent } from './page-state';
import { requireOwnPicture } from './store';
import type { WholeContent } from './schema';

/**
 * Writes what an author made of a page: over the page itself while nobody sees it, beside it once it is published.
 * @throws AppError validation_failed
 */
export async function keepEdit(
  tx: TenantTx,
  ctx: TenantContext,
  page: Page,
  content: WholeContent,
): Promise<{ updatedAt: string }> {
  await requireOwnPicture(tx, content.socialAssetId);
  await requireFreeSlug(tx, page, content.slug);
  const updatedByName = 'name' in ctx.actor ? ctx.actor.name : '';
  const unchanged = sameContent(content, contentOf(page));
  const data =
    page.status === 'published'
      ? {
          draft: unchanged ? Prisma.DbNull : { ...content },
          changedAt: page.changedAt ?? page.updatedAt,
          updatedByName,
        }
      : { ...content, draft: Prisma.DbNull, updatedByName };
  const saved = await tx.page.update({ where: rowKey(ctx, page.id), data, select: { updatedAt: true } });
  return { updatedAt: saved.updatedAt.toISOString() };
}

/** The log tells that the text changed and how long it was and is; the text itself stays on the page. */
export function contentChanges(before: WholeContent, after: WholeContent): Changes {
  const facts = changesBetween(factsOf(before), factsOf(after));
  if (before.body === after.body) return facts;
  return { ...facts, body: { before: lengthOf(before), after: lengthOf(after) } };
}

/** A draft's address is not in the page's own column yet, so the key can't refuse it; publishing would. */
async function requireFreeSlug(tx: TenantTx, page: Page, slug: string): Promise<void> {
  const where = { slug, id: { not: page.id } };
  if (await tx.page.findFirst({ where, select: { id: true } }))
    throw new AppError('validation_failed', 'Taken.', { fields: { slug: 'page_slug_taken' } });
}

function factsOf(content: WholeContent): Record<string, unknown> {
  return Object.fromEntries(contentFields.filter((field) => field !== 'body').map((field) => [field, content[field]]));
}

function lengthOf({ body }: WholeContent): string {
  return `${body.length} characters`;
}
