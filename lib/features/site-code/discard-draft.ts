import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { sha256 } from './clean-code';
import { requireCode, requireScripts } from './require-code';
import { codeChanges } from './rules';
import { requireRevision } from './save-draft';
import { deleteDraft, lockCode } from './store';

/** Back to what is live. @throws AppError not_found, forbidden, conflict */
export async function discardCodeDraft(ctx: MemberContext, revision: string): Promise<void> {
  await requireCode(ctx, 'site.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockCode(tx, ctx);
    requireRevision(state, revision);
    if (!state.draft) return;
    requireScripts(ctx, state.code, state.liveCode);
    await deleteDraft(tx);
    await recordEvent(
      tx,
      ctx,
      'site_code.draft_discarded',
      { type: 'site_code', id: state.draft.id },
      codeChanges(state.code, state.liveCode, sha256),
    );
  });
}
