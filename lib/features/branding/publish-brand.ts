import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { announceBrand } from '@/lib/core/branding/publish-brand-row';
import { dropBrand } from '@/lib/core/branding/read-brand';
import type { BrandTokens } from '@/lib/core/branding/schema';
import { publishChange } from '@/lib/platform/change-bus';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { checkTokens } from './check-tokens';
import { requireRevision } from './save-draft';
import type { ChangeBrand } from './schema';
import { deleteDraft, insertPublished, lockBrand, type BrandState } from './store';

/** Makes a brand what everybody sees, on every node within a second. @throws AppError forbidden, conflict, validation_failed, not_found */
export async function publishBrand(ctx: MemberContext, { revision, tokens }: ChangeBrand): Promise<{ number: number }> {
  requirePermission(ctx, 'branding.manage');
  const published = await tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockBrand(tx, ctx);
    requireRevision(state, revision);
    await checkTokens(tx, ctx, tokens, state.tokens);
    await deleteDraft(tx);
    return makeLive(tx, ctx, state, tokens, 'branding.published');
  });
  dropBrand(ctx.tenantId);
  return published;
}

/** One new version, its event with what visitors will see change, and the notice to every node. */
export async function makeLive(
  tx: TenantTx,
  ctx: MemberContext,
  state: BrandState,
  tokens: BrandTokens,
  action: 'branding.published' | 'branding.rolled_back',
): Promise<{ number: number }> {
  const { id, number } = await insertPublished(tx, tokens, ctx.actor.name);
  const changes = {
    version: { before: state.live?.number ?? null, after: number },
    ...changesBetween(state.liveTokens, tokens),
  };
  await recordEvent(tx, ctx, action, { type: 'branding', id, label: tokens.displayName }, changes);
  await announceBrand(tx, ctx);
  await publishChange(tx, { kind: 'site', tenantId: ctx.tenantId });
  return { number };
}
