import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { sha256 } from './clean-code';
import { dropPublishedCode } from './published-code';
import { requireCode, requireOrigins, requireScripts } from './require-code';
import { codeChanges } from './rules';
import { requireRevision } from './save-draft';
import type { ChangeCode, SiteCode } from './schema';
import { deleteDraft, insertPublished, lockCode, type CodeState } from './store';

/** Puts code on the site, on every node within a second. @throws AppError not_found, forbidden, conflict, validation_failed */
export async function publishCode(ctx: MemberContext, { revision, code }: ChangeCode): Promise<{ number: number }> {
  await requireCode(ctx, 'site.manage');
  await requireOrigins(ctx, code);
  const published = await tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockCode(tx, ctx);
    requireRevision(state, revision);
    // Against what is live: a draft's script may be somebody else's.
    requireScripts(ctx, state.liveCode, code);
    await deleteDraft(tx);
    return makeLive(tx, ctx, state, code, 'site_code.published');
  });
  dropPublishedCode(ctx.tenantId);
  return published;
}

/** One new version, its event, and the notice to every node. */
export async function makeLive(
  tx: TenantTx,
  ctx: MemberContext,
  state: CodeState,
  code: SiteCode,
  action: 'site_code.published' | 'site_code.rolled_back',
): Promise<{ number: number }> {
  const { id, number } = await insertPublished(tx, code, ctx.actor.name);
  const changes = {
    version: { before: state.live?.number ?? null, after: number },
    ...codeChanges(state.liveCode, code, sha256),
  };
  await recordEvent(tx, ctx, action, { type: 'site_code', id }, changes);
  await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
  return { number };
}
