import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { dropLiveSite } from './live-site';
import { requireSite } from './require-site';
import { lockSite, requireOwnPages, toSite } from './store';
import type { ChangeNavigation, Navigation } from './schema';

/** Saves what the header and the footer lead to; in force at once. @throws AppError not_found, forbidden, conflict, validation_failed */
export async function changeNavigation(
  ctx: MemberContext,
  { updatedAt, ...wanted }: ChangeNavigation,
): Promise<{ updatedAt: string }> {
  await requireSite(ctx, 'site.manage');
  const saved = await tenantDb(ctx).$transaction(async (tx) => {
    const row = await lockSite(tx, ctx.actor.name, { updatedAt });
    await requireOwnPages(
      tx,
      pagesOf(wanted).map((id) => ['navigation', id]),
    );
    const changes = changesBetween(countsOf(toSite(row).navigation), countsOf(wanted));
    const data = { navigation: wanted, updatedByName: ctx.actor.name };
    const { updatedAt: at } = await tx.siteSettings.update({ where: rowKey(ctx, row.id), data });
    await recordEvent(tx, ctx, 'site.navigation_changed', { type: 'site' }, changes);
    await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
    return at;
  });
  dropLiveSite(ctx.tenantId);
  return { updatedAt: saved.toISOString() };
}

function pagesOf({ header, footer }: Navigation): string[] {
  const entries = [...(header ?? []), ...(footer ?? [])].flatMap((item) => [item, ...item.children]);
  return entries.flatMap((entry) => (entry.kind === 'page' ? [entry.pageId] : []));
}

/** The log tells how many links there were and are; which ones stands in the navigation itself. */
function countsOf({ header, footer }: Navigation): Record<string, unknown> {
  return { headerLinks: header?.length ?? null, footerLinks: footer?.length ?? null };
}
