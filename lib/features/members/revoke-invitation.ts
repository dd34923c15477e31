import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { mayAssignRole, type MemberRole } from '@/lib/core/access/roles';
import { recordEvent } from '@/lib/core/audit/record-event';
import { AppError, notFound } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { actingRole } from './acting-role';

/** The link stops working at once and its place is free again. @throws AppError not_found, forbidden (rankTooLow) */
export async function revokeInvitation(ctx: TenantContext, id: string): Promise<void> {
  const own = await actingRole(ctx, 'members.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    const open = { id, acceptedAt: null, revokedAt: null };
    const invitation = await tx.invitation.findFirst({ where: open, select: { email: true, role: true } });
    if (!invitation) throw notFound();
    if (!mayAssignRole(own, invitation.role as MemberRole))
      throw new AppError('forbidden', 'This role is above yours.', { messageKey: 'rankTooLow' });
    // Somebody may have accepted it since it was read.
    const { count } = await tx.invitation.updateMany({ where: open, data: { revokedAt: new Date() } });
    if (count === 0) throw notFound();
    await recordEvent(tx, ctx, 'member.invitation_revoked', { type: 'invitation', id, label: invitation.email });
  });
}
