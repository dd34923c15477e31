import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { dropBrand } from '@/lib/core/branding/read-brand';
import { brandTokensSchema } from '@/lib/core/branding/schema';
import { AppError, notFound } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { makeLive } from './publish-brand';
import { lockBrand } from './store';

/**
 * Publishes an older version again, as a new one: the history only grows. A draft is left as it is.
 * @throws AppError forbidden, not_found, conflict (it is live already)
 */
export async function rollBackBrand(ctx: MemberContext, number: number): Promise<{ number: number }> {
  requirePermission(ctx, 'branding.manage');
  const published = await tenantDb(ctx).$transaction(async (tx) => {
    const state = await lockBrand(tx, ctx);
    const version = await tx.brandVersion.findFirst({ where: { number, status: 'published' } });
    if (!version) throw notFound();
    if (number === state.live?.number)
      throw new AppError('conflict', 'This version is live already.', { messageKey: 'brandLive' });
    return makeLive(tx, ctx, state, brandTokensSchema.parse(version.tokens), 'branding.rolled_back');
  });
  dropBrand(ctx.tenantId);
  return published;
}
