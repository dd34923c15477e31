import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { checkTokens } from './check-tokens';
import { revisionOf } from './rules';
import type { ChangeBrand } from './schema';
import { lockBrand, writeDraft, type BrandState } from './store';

/** Keeps a brand that nobody but its editors sees. @throws AppError forbidden, conflict, validation_failed, not_found */
export async function saveDraft(
  ctx: MemberContext,
  { revision, tokens }: ChangeBrand,
): Promise<{ revision: string; updatedAt: string }> {
  requirePermission(ctx, 'branding.manage');
  return tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockBrand(tx, ctx);
    requireRevision(state, revision);
    await checkTokens(tx, ctx, tokens, state.tokens);
    const { id, updatedAt } = await writeDraft(tx, ctx, state, tokens, ctx.actor.name);
    const changes = changesBetween(state.tokens, tokens);
    await recordEvent(tx, ctx, 'branding.draft_saved', { type: 'branding', id, label: tokens.displayName }, changes);
    return { revision: revisionOf({ updatedAt }, state.live?.number ?? 0), updatedAt: updatedAt.toISOString() };
  });
}

/** @throws AppError conflict when the brand is no longer what the editor began with */
export function requireRevision(state: BrandState, revision: string): void {
  if (state.revision !== revision)
    throw new AppError('conflict', 'Somebody else changed the branding in between.', { messageKey: 'brandChanged' });
}
