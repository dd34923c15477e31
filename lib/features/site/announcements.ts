import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { dropLiveSite } from './live-site';
import { requireSite } from './require-site';
import { maxAnnouncements } from './rules';
import { lockAnnouncement } from './store';
import type { ChangeAnnouncement, CreateAnnouncement } from './schema';

/** Announces something on the site, on the portal or on both, from a moment to a moment. @throws AppError not_found, forbidden, unprocessable */
export async function createAnnouncement(ctx: MemberContext, input: CreateAnnouncement): Promise<{ id: string }> {
  return change(ctx, async (tx) => {
    if ((await tx.siteAnnouncement.count()) >= maxAnnouncements)
      throw new AppError('unprocessable', 'Too many announcements.', {
        messageKey: 'tooManyAnnouncements',
        values: { limit: maxAnnouncements },
      });
    const data = { ...input, ...timesOf(input), updatedByName: ctx.actor.name };
    const { id } = await tx.siteAnnouncement.create({ data, select: { id: true } });
    const target = { type: 'announcement', id, label: input.text.slice(0, 80) };
    await recordEvent(tx, ctx, 'site.announcement_created', target, changesBetween({}, { ...input }));
    await queueMoments(tx, ctx.tenantId, input);
    return { id };
  });
}

/** @throws AppError not_found, forbidden, conflict */
export async function changeAnnouncement(
  ctx: MemberContext,
  { id, updatedAt, ...wanted }: ChangeAnnouncement,
): Promise<{ updatedAt: string }> {
  return change(ctx, async (tx) => {
    const { updatedAt: knownAt, id: _id, updatedByName: _name, ...before } = await lockAnnouncement(tx, id);
    if (knownAt !== updatedAt) throw new AppError('conflict', 'Somebody else saved this in between.');
    const data = { ...wanted, ...timesOf(wanted), updatedByName: ctx.actor.name };
    const saved = await tx.siteAnnouncement.update({ where: rowKey(ctx, id), data });
    const target = { type: 'announcement', id, label: wanted.text.slice(0, 80) };
    await recordEvent(tx, ctx, 'site.announcement_changed', target, changesBetween(before, { ...wanted }));
    await queueMoments(tx, ctx.tenantId, wanted);
    return { updatedAt: saved.updatedAt.toISOString() };
  });
}

/** @throws AppError not_found, forbidden */
export async function deleteAnnouncement(ctx: MemberContext, id: string): Promise<void> {
  await change(ctx, async (tx) => {
    const { text } = await lockAnnouncement(tx, id);
    await tx.siteAnnouncement.delete({ where: rowKey(ctx, id) });
    const target = { type: 'announcement', id, label: text.slice(0, 80) };
    await recordEvent(tx, ctx, 'site.announcement_deleted', target);
  });
}

async function change<T>(ctx: MemberContext, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  await requireSite(ctx, 'site.manage');
  const result = await tenantDb(ctx).$transaction(async (tx) => {
    const done = await work(tx);
    await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
    return done;
  });
  dropLiveSite(ctx.tenantId);
  return result;
}

interface Times {
  startsAt: string | null;
  endsAt: string | null;
}

function timesOf({ startsAt, endsAt }: Times): { startsAt: Date | null; endsAt: Date | null } {
  return { startsAt: startsAt ? new Date(startsAt) : null, endsAt: endsAt ? new Date(endsAt) : null };
}

/** Cached pages are dropped when it begins and when it ends (lib/workflows/site-moments). */
async function queueMoments(tx: TenantTx, tenantId: string, times: Times): Promise<void> {
  for (const runAt of Object.values(timesOf(times))) {
    if (runAt === null || runAt <= new Date()) continue;
    const key = `site-moment ${tenantId} ${runAt.getTime()}`;
    await enqueueJob(tx, 'pass-site-moment', { tenantId }, { runAt, key });
  }
}
