import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { changeMembers } from './locked-change';
import { takeMemberPlaces } from './member-places';

/**
 * Gives revoked accounts back, all of them or none, with their roles and passwords; never their sessions.
 * @throws AppError not_found, forbidden (rankTooLow), conflict (notRevoked), quota_exceeded
 */
export async function restoreMembers(ctx: TenantContext, ids: readonly string[]): Promise<{ restored: number }> {
  return changeMembers(ctx, ids, async (tx, { targets, demandRank }) => {
    demandRank();
    if (targets.some((member) => member.status === 'active')) {
      throw new AppError('conflict', 'Only a revoked member can be restored.', { messageKey: 'notRevoked' });
    }
    await takeMemberPlaces(tx, ctx, targets.length);
    for (const member of targets) {
      await tx.member.update({ where: rowKey(ctx, member.id), data: { status: 'active' }, select: { id: true } });
      const target = { type: 'member', id: member.id, label: member.email };
      await recordEvent(
        tx,
        ctx,
        'member.restored',
        target,
        changesBetween({ status: 'revoked' }, { status: 'active' }),
      );
    }
    await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
    return { restored: targets.length };
  });
}
