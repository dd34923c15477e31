import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { announceBrand, putPublishedBrand } from '@/lib/core/branding/publish-brand-row';
import { dropBrand } from '@/lib/core/branding/read-brand';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requireRevision } from './save-draft';
import { lockBrand } from './store';

/**
 * Back to the parent's brand, also as it will be. Own versions stay in the history, and each can be brought back; a draft is left.
 * @throws AppError forbidden, conflict (changed in between, or there is no parent with a brand)
 */
export async function inheritBrand(ctx: MemberContext, revision: string): Promise<void> {
  requirePermission(ctx, 'branding.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockBrand(tx, ctx);
    requireRevision(state, revision);
    if (!state.parent) throw new AppError('conflict', 'Nobody to inherit from.', { messageKey: 'brandNoParent' });
    if (!state.live) return;
    await putPublishedBrand(tx, state.live.number, null);
    const target = { type: 'branding', label: state.parent.name };
    const changes = changesBetween({ version: state.live.number, inherits: false }, { version: null, inherits: true });
    await recordEvent(tx, ctx, 'branding.inherited', target, changes);
    await announceBrand(tx, ctx);
  });
  dropBrand(ctx.tenantId);
}
