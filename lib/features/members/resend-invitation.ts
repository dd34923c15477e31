import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { mayAssignRole, type MemberRole } from '@/lib/core/access/roles';
import { recordEvent } from '@/lib/core/audit/record-event';
import { AppError, notFound } from '@/lib/platform/errors';
import { rowKey } from '@/lib/tenancy/row-key';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { actingRole } from './acting-role';
import { invitationMailer } from './invitation-mail';
import { takeMemberPlaces } from './member-places';
import { invitationExpiry } from './rules';

/** Sends the same link again and lets it live for another seven days. One that had expired takes its place anew. @throws AppError not_found, forbidden, quota_exceeded */
export async function resendInvitation(ctx: TenantContext, id: string): Promise<void> {
  const own = await actingRole(ctx, 'members.manage');
  const sendMail = await invitationMailer(ctx);
  await tenantDb(ctx).$transaction(async (tx) => {
    const [invitation] = await tx.$queryRaw<{ email: string; role: MemberRole; expires_at: Date }[]>`
      SELECT email, role, expires_at FROM "public".invitations
      WHERE tenant_id = ${ctx.tenantId}::uuid AND id = ${id}::uuid AND accepted_at IS NULL AND revoked_at IS NULL FOR NO KEY UPDATE`;
    if (!invitation) throw notFound();
    const { email, role, expires_at } = invitation;
    if (!mayAssignRole(own, role))
      throw new AppError('forbidden', 'This role is above yours.', { messageKey: 'rankTooLow' });
    if (expires_at.getTime() <= Date.now()) await takeMemberPlaces(tx, ctx, 1);
    const expiresAt = invitationExpiry();
    await tx.invitation.update({ where: rowKey(ctx, id), data: { expiresAt }, select: { id: true } });
    await sendMail(tx, { id, email, role, expiresAt });
    await recordEvent(tx, ctx, 'member.invitation_resent', { type: 'invitation', id, label: email });
  });
}
