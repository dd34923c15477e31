import 'server-only';
import type { MemberRole } from '@/lib/core/access/roles';
import type { TenantContext, VisitorActor } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { revokeMemberSessions } from '@/lib/core/sessions/member-sessions';
import { AppError } from '@/lib/platform/errors';
import { hashToken, randomToken } from '@/lib/platform/secrets';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { memberResetMail } from './reset-mails';

/** A link works once, for this long. */
const resetMinutes = 60;

/**
 * Mails a link to the account's own address. Says nothing about whether there is such an account: the answer is the same, and the
 * mail is written by the worker, so the time is too.
 * @throws AppError rate_limited
 */
export async function requestMemberReset(ctx: TenantContext<VisitorActor>, email: string): Promise<void> {
  const db = tenantDb(ctx);
  await takeAttempts(db, ctx.tenantId, { 'reset:account': email, 'reset:network': ctx.request.ip ?? 'unknown' });
  const member = await db.member.findFirst({
    where: { email, status: 'active' },
    select: { id: true, name: true, email: true, locale: true, timeZone: true },
  });
  if (!member) return;
  const token = randomToken();
  const mail = await memberResetMail(ctx, member, token, resetMinutes);
  await db.$transaction(async (tx) => {
    await tx.memberPasswordReset.create({
      data: {
        memberId: member.id,
        tokenHash: hashToken(token),
        expiresAt: new Date(Date.now() + resetMinutes * 60_000),
      },
    });
    await recordEvent(tx, ctx, 'member.password_reset_requested', {
      type: 'member',
      id: member.id,
      label: member.email,
    });
    await enqueueJob(tx, 'send-mail', { tenantId: ctx.tenantId, mail });
  });
}

/**
 * Sets the password of the account that the token was mailed to, and ends all its sessions. Of twenty parallel tries one succeeds.
 * @throws AppError unprocessable for a token that is unknown, used, expired or another tenant's; rate_limited
 */
export async function resetMemberPassword(
  ctx: TenantContext<VisitorActor>,
  token: string,
  password: string,
): Promise<{ email: string }> {
  const db = tenantDb(ctx);
  await takeAttempts(db, ctx.tenantId, { 'token:network': ctx.request.ip ?? 'unknown' });
  const hash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const tokenHash = hashToken(token);
    const { count } = await tx.memberPasswordReset.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    const reset =
      count === 1 ? await tx.memberPasswordReset.findFirst({ where: { tokenHash }, select: { member: true } }) : null;
    if (reset?.member.status !== 'active')
      throw new AppError('unprocessable', 'This link is no longer valid.', { messageKey: 'linkExpired' });
    const { member } = reset;
    await tx.memberPassword.upsert({
      where: { tenantId_memberId: { tenantId: ctx.tenantId, memberId: member.id } },
      create: { memberId: member.id, hash },
      update: { hash },
    });
    // Every other link that was mailed dies with this one.
    await tx.memberPasswordReset.updateMany({
      where: { memberId: member.id, usedAt: null },
      data: { usedAt: new Date() },
    });
    await revokeMemberSessions(tx, ctx, { memberId: member.id });
    const actor = {
      type: 'member',
      id: member.id,
      sessionId: '',
      name: member.name,
      email: member.email,
      role: member.role as MemberRole,
    } as const;
    await recordEvent(tx, { ...ctx, actor }, 'member.password_changed', {
      type: 'member',
      id: member.id,
      label: member.email,
    });
    return { email: member.email };
  });
}
