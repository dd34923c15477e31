import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { AppError, notFound } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { makeLive } from './publish-code';
import { dropPublishedCode } from './published-code';
import { requireCode, requireOrigins, requireScripts } from './require-code';
import { codeOf, lockCode } from './store';

/**
 * Publishes an older version again, as a new one: the history only grows. A draft is left as it is. It is cleaned by today's rules,
 * and an origin that can't be named any more refuses it.
 * @throws AppError not_found, forbidden, conflict (it is live already), validation_failed
 */
export async function rollBackCode(ctx: MemberContext, number: number): Promise<{ number: number }> {
  await requireCode(ctx, 'site.manage');
  const published = await tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockCode(tx, ctx);
    const version = await tx.siteCodeVersion.findFirst({ where: { number, status: 'published' } });
    if (!version) throw notFound();
    if (number === state.live?.number)
      throw new AppError('conflict', 'This version is live already.', { messageKey: 'siteCodeLive' });
    const code = codeOf(version);
    requireScripts(ctx, state.liveCode, code);
    await requireOrigins(ctx, code);
    return makeLive(tx, ctx, state, code, 'site_code.rolled_back');
  });
  dropPublishedCode(ctx.tenantId);
  return published;
}
