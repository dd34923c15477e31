import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { cleanCode, sha256 } from './clean-code';
import { requireCode, requireOrigins, requireScripts } from './require-code';
import { codeChanges, revisionOf } from './rules';
import type { ChangeCode, Finding } from './schema';
import { lockCode, writeDraft, type CodeState } from './store';

/** Keeps code that only its editors see. @throws AppError not_found, forbidden, conflict, validation_failed */
export async function saveCodeDraft(
  ctx: MemberContext,
  { revision, code }: ChangeCode,
): Promise<{ revision: string; updatedAt: string; findings: Finding[] }> {
  await requireCode(ctx, 'site.manage');
  await requireOrigins(ctx, code);
  return tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockCode(tx, ctx);
    requireRevision(state, revision);
    requireScripts(ctx, state.code, code);
    const { id, updatedAt } = await writeDraft(tx, ctx, state, code, ctx.actor.name);
    await recordEvent(
      tx,
      ctx,
      'site_code.draft_saved',
      { type: 'site_code', id },
      codeChanges(state.code, code, sha256),
    );
    return {
      revision: revisionOf({ updatedAt }, state.live?.number ?? 0),
      updatedAt: updatedAt.toISOString(),
      findings: cleanCode(code).findings,
    };
  });
}

/** @throws AppError conflict when the code is no longer what the editor began with */
export function requireRevision(state: CodeState, revision: string): void {
  if (state.revision !== revision)
    throw new AppError('conflict', 'Somebody else changed the code in between.', { messageKey: 'siteCodeChanged' });
}
