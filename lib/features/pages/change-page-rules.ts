import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { flagSnapshot } from '@/lib/core/flags/snapshot';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import type { Page } from '@/lib/generated/prisma/client';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { dropPublishedPages } from './published-pages';
import { refuseTakenSlug } from './refuse-taken-slug';
import { requirePages } from './require-pages';
import { lockRevision, readTree } from './store';
import { parentFault } from './tree';
import type { ChangePageRules } from './schema';

/**
 * Where a page hangs, with which feature it is there, and when it comes and goes. In force at once, unlike what the page says.
 * @throws AppError not_found, forbidden, conflict, validation_failed (a parent below itself, of another tenant, or too deep)
 */
export async function changePageRules(
  ctx: MemberContext,
  { id, updatedAt, ...wanted }: ChangePageRules,
): Promise<{ updatedAt: string }> {
  await requirePages(ctx, 'site.manage');
  await requireKnownFeature(ctx, wanted.featureKey);
  const saved = await refuseTakenSlug(
    tenantDb(ctx).$transaction(async (tx) => {
      // Two moves at the same time could each be right and together be a ring.
      await tx.$queryRaw`SELECT 1 FROM "public".pages ORDER BY id FOR UPDATE`;
      const page = await lockRevision(tx, id, updatedAt);
      const changes = changesBetween(rulesOf(page), rulesOf(withTimes(wanted)));
      if (Object.keys(changes).length === 0) return page.updatedAt;
      await requireParent(tx, id, wanted.parentId);
      const times = timesToCome(page, wanted);
      const data = {
        parentId: wanted.parentId,
        featureKey: wanted.featureKey,
        ...times,
        changedAt: page.status === 'published' ? (page.changedAt ?? page.updatedAt) : null,
        updatedByName: ctx.actor.name,
      };
      const row = await tx.page.update({ where: rowKey(ctx, id), data, select: { updatedAt: true } });
      for (const runAt of [times.publishAt, times.unpublishAt])
        if (runAt !== null) await queueMoment(tx, ctx.tenantId, runAt);
      await recordEvent(tx, ctx, 'page.rules_changed', { type: 'page', id, label: page.title }, changes);
      await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
      return row.updatedAt;
    }),
  );
  dropPublishedPages(ctx.tenantId);
  return { updatedAt: saved.toISOString() };
}

/** A job for the moment; one that finds nothing to do any more does nothing. */
async function queueMoment(tx: TenantTx, tenantId: string, runAt: Date): Promise<void> {
  await enqueueJob(tx, 'pass-site-moment', { tenantId }, { runAt, key: `site-moment ${tenantId} ${runAt.getTime()}` });
}

async function requireKnownFeature(ctx: MemberContext, key: string | null): Promise<void> {
  if (key === null || typeof (await flagSnapshot(ctx)).get(key)?.value === 'boolean') return;
  throw new AppError('validation_failed', 'No such feature.', { fields: { featureKey: 'invalid' } });
}

async function requireParent(tx: TenantTx, id: string, parentId: string | null): Promise<void> {
  const fault = parentFault(await readTree(tx), id, parentId);
  if (fault) throw new AppError('validation_failed', 'Not below this page.', { fields: { parentId: fault } });
}

/** @throws AppError validation_failed where a new time has passed already */
function timesToCome(page: Page, wanted: Omit<ChangePageRules, 'id' | 'updatedAt'>) {
  const fields: Record<string, string> = {};
  const read = (field: 'publishAt' | 'unpublishAt'): Date | null => {
    const at = wanted[field] === null ? null : new Date(wanted[field]);
    if (at !== null && at.getTime() !== page[field]?.getTime() && at.getTime() <= Date.now()) fields[field] = 'in_past';
    return at;
  };
  const times = { publishAt: read('publishAt'), unpublishAt: read('unpublishAt') };
  if (Object.keys(fields).length > 0) throw new AppError('validation_failed', 'In the past.', { fields });
  return times;
}

type Rules = Pick<Page, 'parentId' | 'featureKey' | 'publishAt' | 'unpublishAt'>;

function rulesOf({ parentId, featureKey, publishAt, unpublishAt }: Rules): Record<string, unknown> {
  return { parentId, feature: featureKey, publishAt, unpublishAt };
}

function withTimes({ parentId, featureKey, ...wanted }: Omit<ChangePageRules, 'id' | 'updatedAt'>): Rules {
  const time = (at: string | null): Date | null => (at === null ? null : new Date(at));
  return { parentId, featureKey, publishAt: time(wanted.publishAt), unpublishAt: time(wanted.unpublishAt) };
}
