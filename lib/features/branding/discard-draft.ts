import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requireRevision } from './save-draft';
import { deleteDraft, lockBrand } from './store';

/** Back to what is live. @throws AppError forbidden, conflict */
export async function discardDraft(ctx: MemberContext, revision: string): Promise<void> {
  requirePermission(ctx, 'branding.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockBrand(tx, ctx);
    requireRevision(state, revision);
    if (!state.draft) return;
    await deleteDraft(tx);
    const changes = changesBetween(state.tokens, state.liveTokens);
    await recordEvent(
      tx,
      ctx,
      'branding.draft_discarded',
      { type: 'branding', id: state.draft.id, label: state.tokens.displayName },
      changes,
    );
  });
}
