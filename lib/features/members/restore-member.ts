import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { mayAssignRole } from '@/lib/core/access/roles';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError, notFound } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { changeMembers } from './locked-change';
import { takeMemberPlaces } from './member-places';

/** Gives a revoked account back, with its role and password; never its sessions. @throws AppError not_found, forbidden, conflict, quota_exceeded */
export async function restoreMember(ctx: TenantContext, id: string): Promise<void> {
  await changeMembers(ctx, [id], async (tx, { actor, targets: [member] }) => {
    if (!member) throw notFound();
    if (!mayAssignRole(actor.role, member.role)) throw new AppError('forbidden', 'This change is not yours to make.', { messageKey: 'rankTooLow' });
    if (member.status === 'active') throw new AppError('conflict', 'Only a revoked member can be restored.', { messageKey: 'notRevoked' });
    await takeMemberPlaces(tx, ctx, 1);
    await tx.member.update({ where: rowKey(ctx, id), data: { status: 'active' }, select: { id: true } });
    await recordEvent(tx, ctx, 'member.restored', { type: 'member', id, label: member.email }, changesBetween({ status: 'revoked' }, { status: 'active' }));
    await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
  });
}
