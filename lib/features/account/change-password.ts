import 'server-only';
import type { MemberContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { hashPassword, verifyPassword } from '@/lib/core/passwords/hash-password';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { revokeMemberSessions } from '@/lib/core/sessions/member-sessions';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/**
 * Needs the current password, so that a session left open on a desk is not enough, and counts as an attempt at signing in, so that it
 * can't be guessed here either. Every other session ends; pending reset links too.
 * @throws AppError validation_failed at `current`, rate_limited
 */
export async function changePassword(
  ctx: MemberContext,
  input: { current: string; password: string },
): Promise<{ otherSessionsEnded: number }> {
  const db = tenantDb(ctx);
  const { id: memberId, email, sessionId } = ctx.actor;
  await takeAttempts(db, ctx.tenantId, { 'sign-in:account': email });
  const stored = await db.memberPassword.findFirst({ where: { memberId }, select: { hash: true } });
  if (!(await verifyPassword(input.current, stored?.hash ?? null))) {
    throw new AppError('validation_failed', 'That is not your current password.', {
      fields: { current: 'wrongPassword' },
    });
  }
  const hash = await hashPassword(input.password);
  return db.$transaction(async (tx) => {
    await tx.memberPassword.updateMany({ where: { memberId }, data: { hash } });
    await tx.memberPasswordReset.deleteMany({ where: { memberId } });
    const otherSessionsEnded = await revokeMemberSessions(tx, ctx, { memberId, except: sessionId });
    await recordEvent(
      tx,
      ctx,
      'member.password_changed',
      { type: 'member', id: memberId, label: email },
      changesBetween({ password: 'before' }, { password: 'after' }),
    );
    return { otherSessionsEnded };
  });
}
