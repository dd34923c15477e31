import 'server-only';
import type { MemberActor, TenantContext, VisitorActor } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { publishChange } from '@/lib/platform/change-bus';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { openInvitation, type OpenInvitation } from './find-invitation';

/**
 * Turns an invitation into a member. Whoever holds the link has proven the address it was sent to, so that address is the account's;
 * it can't be chosen. However many redeem one link at once, one member comes of it.
 * @throws AppError not_found (linkExpired), the same for unknown, used, revoked and expired links; rate_limited
 */
export async function acceptInvitation(
  ctx: TenantContext<VisitorActor>,
  input: { token: string; name: string; password: string },
): Promise<{ memberId: string; email: string }> {
  const db = tenantDb(ctx);
  await takeAttempts(db, ctx.tenantId, { 'token:network': ctx.request.ip ?? 'unknown' });
  const invitation = await openInvitation(db, input.token);
  // Before the costly hash, so that made-up links cost us little.
  if (!invitation) throw linkExpired();
  const hash = await hashPassword(input.password);
  try {
    return await db.$transaction((tx) => redeem(tx, ctx, invitation, { name: input.name, hash }));
  } catch (error) {
    if (isUniqueViolation(error)) throw linkExpired();
    throw error;
  }
}

async function redeem(
  tx: TenantTx,
  ctx: TenantContext<VisitorActor>,
  invitation: OpenInvitation,
  { name, hash }: { name: string; hash: string },
) {
  const now = new Date();
  // Of all who get here with this link, the database lets one change the row.
  const { count } = await tx.invitation.updateMany({
    where: { id: invitation.id, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  });
  if (count !== 1) throw linkExpired();
  const { email, role } = invitation;
  const { id } = await tx.member.create({ data: { email, name, role }, select: { id: true } });
  await tx.memberPassword.create({ data: { memberId: id, hash }, select: { memberId: true } });
  const actor: MemberActor = { type: 'member', id, sessionId: '', name, email, role };
  await recordEvent(
    tx,
    { ...ctx, actor },
    'member.joined',
    { type: 'member', id, label: email },
    changesBetween({}, { name, role }),
  );
  await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
  return { memberId: id, email };
}

function linkExpired(): AppError {
  return new AppError('not_found', 'This link is no longer valid.', { messageKey: 'linkExpired' });
}
