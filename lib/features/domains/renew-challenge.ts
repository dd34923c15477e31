import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { newAttempt } from './challenge';
import { queueCheck } from './queue-check';
import { requireDomains } from './require-domains';
import { mayRenew } from './rules';
import type { DomainStatus, OwnershipState } from './schema';
import { lockDomain, mayClaim } from './store';

/**
 * Starts again with a new token, after the old one expired or the domain was switched off. The old token is worth nothing from then on.
 * @throws AppError not_found, forbidden, conflict (in service, or somebody else's by now)
 */
export async function renewChallenge(ctx: MemberContext, id: string): Promise<void> {
  await requireDomains(ctx, 'domains.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const row = await lockDomain(tx, id);
    if (!mayRenew(row.status as DomainStatus, row.ownership as OwnershipState))
      throw new AppError('conflict', 'This domain is proven already.', { messageKey: 'domainProven' });
    if (!(await mayClaim(tx, row.host))) throw new AppError('conflict', 'Taken.', { messageKey: 'domainTaken' });
    await tx.domain.update({ where: rowKey(ctx, row.id), data: newAttempt(), select: { id: true } });
    await recordEvent(tx, ctx, 'domain.challenge_renewed', { type: 'domain', id: row.id, label: row.host });
    await queueCheck(tx, ctx.tenantId, row.id);
  });
}
