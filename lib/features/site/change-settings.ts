import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { dropLiveSite } from './live-site';
import { requireSite } from './require-site';
import { lockSite, lookOf, requireOwnPages, toSite } from './store';
import type { ChangeSiteSettings } from './schema';

/** Saves the site's language, words and chosen pages; in force at once. @throws AppError not_found, forbidden, conflict, validation_failed */
export async function changeSiteSettings(
  ctx: MemberContext,
  { updatedAt, ...wanted }: ChangeSiteSettings,
): Promise<{ updatedAt: string }> {
  await requireSite(ctx, 'site.manage');
  const saved = await tenantDb(ctx).$transaction(async (tx) => {
    const row = await lockSite(tx, ctx.actor.name, { updatedAt });
    const pages = [
      ['frontPageId', wanted.frontPageId],
      ['notFoundPageId', wanted.notFoundPageId],
    ] as const;
    await requireOwnPages(tx, pages);
    const changes = changesBetween({ ...lookOf(toSite(row)) }, { ...wanted });
    if (Object.keys(changes).length === 0) return row.updatedAt;
    const data = { ...wanted, updatedByName: ctx.actor.name };
    const { updatedAt: at } = await tx.siteSettings.update({ where: rowKey(ctx, row.id), data });
    await recordEvent(tx, ctx, 'site.settings_changed', { type: 'site' }, changes);
    await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
    return at;
  });
  dropLiveSite(ctx.tenantId);
  return { updatedAt: saved.toISOString() };
}
