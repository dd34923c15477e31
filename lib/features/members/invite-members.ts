import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { recordEvent } from '@/lib/core/audit/record-event';
import { changesBetween } from '@/lib/core/audit/changes';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { derivedToken, hashToken } from '@/lib/platform/secrets';
import type { TenantTx } from '@/lib/tenancy/tenant-client';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { mayAssignRole } from '@/lib/core/access/roles';
import { actingRole } from './acting-role';
import { invitationMailer, type InvitationMailer } from './invitation-mail';
import { takeMemberPlaces } from './member-places';
import { invitationExpiry } from './rules';

/**
 * Invites all of these people or none. Each invitation is bound to its address, works once and ends after seven days.
 * @param input.emails lower case
 * @throws AppError forbidden (rankTooLow), quota_exceeded, conflict (alreadyMembers, revokedMembers, alreadyInvited) with the addresses;
 * not_found for several at once where the plan has no bulk invitations
 */
export async function inviteMembers(
  ctx: TenantContext,
  input: { emails: readonly string[]; role: MemberRole },
): Promise<{ invited: number }> {
  const emails = [...new Set(input.emails)];
  const own = await actingRole(ctx, 'members.manage');
  if (!mayAssignRole(own, input.role))
    throw new AppError('forbidden', 'This role is above yours.', { messageKey: 'rankTooLow' });
  if (emails.length > 1) await requireFeature(ctx, 'members.bulk_invite');
  const sendMail = await invitationMailer(ctx);
  try {
    return await tenantDb(ctx).$transaction(async (tx) => {
      await takeMemberPlaces(tx, ctx, emails.length);
      await refuseKnown(tx, emails);
      for (const email of emails) await invite(tx, ctx, { email, role: input.role }, sendMail);
      return { invited: emails.length };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw conflict('alreadyInvited', emails);
    throw error;
  }
}

async function refuseKnown(tx: TenantTx, emails: string[]): Promise<void> {
  const members = await tx.member.findMany({ where: { email: { in: emails } }, select: { email: true, status: true } });
  const active = members.filter(({ status }) => status === 'active');
  if (active.length > 0)
    throw conflict(
      'alreadyMembers',
      active.map(({ email }) => email),
    );
  if (members.length > 0)
    throw conflict(
      'revokedMembers',
      members.map(({ email }) => email),
    );
  const invited = await tx.invitation.findMany({
    where: { email: { in: emails }, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { email: true },
  });
  if (invited.length > 0)
    throw conflict(
      'alreadyInvited',
      invited.map(({ email }) => email),
    );
  // What has expired makes room: one address has one open invitation.
  await tx.invitation.updateMany({
    where: { email: { in: emails }, acceptedAt: null, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}

async function invite(
  tx: TenantTx,
  ctx: TenantContext,
  { email, role }: { email: string; role: MemberRole },
  sendMail: InvitationMailer,
): Promise<void> {
  const id = uuidv7();
  const { actor } = ctx;
  const inviter = actor.type === 'member' ? { invitedById: actor.id, invitedByName: actor.name } : {};
  const expiresAt = invitationExpiry();
  await tx.invitation.create({
    data: {
      id,
      email,
      role,
      tokenHash: hashToken(derivedToken('invitation', id)),
      invitedByType: actor.type,
      ...inviter,
      expiresAt,
    },
    select: { id: true },
  });
  await sendMail(tx, { id, email, role, expiresAt });
  await recordEvent(tx, ctx, 'member.invited', { type: 'invitation', id, label: email }, changesBetween({}, { role }));
}

function conflict(messageKey: string, addresses: readonly string[]): AppError {
  return new AppError('conflict', 'Some of these people are known already.', {
    messageKey,
    values: { addresses: addresses.join(', ') },
  });
}
