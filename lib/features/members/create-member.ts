import 'server-only';
import type { SystemActor, TenantContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { publishChange } from '@/lib/platform/change-bus';
import { isUniqueViolation } from '@/lib/platform/database-errors';
import { AppError } from '@/lib/platform/errors';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { takeMemberPlaces } from './member-places';
import type { NewMember } from './schema';

/**
 * An account without an invitation, for whoever runs the platform. An open invitation of that address is used up by it.
 * @throws AppError quota_exceeded, conflict (emailTaken)
 */
export async function createMember(
  ctx: TenantContext<SystemActor>,
  input: NewMember,
): Promise<{ id: string; email: string; role: MemberRole }> {
  const hash = await hashPassword(input.password);
  try {
    return await tenantDb(ctx).$transaction((tx) => insert(tx, ctx, input, hash));
  } catch (error) {
    if (isUniqueViolation(error))
      throw new AppError('conflict', `${input.email} is a member already.`, { messageKey: 'emailTaken' });
    throw error;
  }
}

async function insert(tx: TenantTx, ctx: TenantContext<SystemActor>, { email, name, role }: NewMember, hash: string) {
  await tx.invitation.updateMany({
    where: { email, acceptedAt: null, revokedAt: null },
    data: { acceptedAt: new Date() },
  });
  await takeMemberPlaces(tx, ctx, 1);
  const { id } = await tx.member.create({ data: { email, name, role }, select: { id: true } });
  await tx.memberPassword.create({ data: { memberId: id, hash }, select: { memberId: true } });
  await recordEvent(tx, ctx, 'member.joined', { type: 'member', id, label: email }, changesBetween({}, { name, role }));
  await publishChange(tx, { kind: 'member', tenantId: ctx.tenantId });
  return { id, email, role };
}
