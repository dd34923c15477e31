import 'server-only';
import type { ConsoleContext, SuperAdminActor } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { hashPassword, verifyPassword } from '@/lib/core/passwords/hash-password';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { forgetSuperAdminSessions, revokeSuperAdminSessions } from '@/lib/core/sessions/super-admin-sessions';
import { AppError, notFound } from '@/lib/platform/errors';
import { deviceInWords } from '@/lib/platform/user-agent';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { OwnLanguage, OwnPassword, OwnSession } from './schema';

type OwnContext = ConsoleContext<SuperAdminActor>;

/**
 * Ends every other session: whoever knew the old password is out.
 * @throws AppError unprocessable (the current one is wrong), rate_limited
 */
export async function changeOwnPassword(
  ctx: OwnContext,
  { current, password }: OwnPassword,
): Promise<{ otherSessionsEnded: number }> {
  const { id, email, sessionId } = ctx.actor;
  const db = consoleDb();
  // The same counter as for signing in: an open session is no way round it.
  await takeAttempts(db, 'console', { 'sign-in:account': email });
  const account = await db.superAdmin.findUnique({ where: { id }, select: { passwordHash: true } });
  if (!(await verifyPassword(current, account?.passwordHash ?? null))) {
    throw new AppError('unprocessable', 'That is not the current password.', {
      messageKey: 'wrongPassword',
      fields: { current: 'wrongPassword' },
    });
  }
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    await tx.superAdmin.update({ where: { id }, data: { passwordHash }, select: { id: true } });
    await tx.superAdminPasswordReset.updateMany({
      where: { superAdminId: id, usedAt: null },
      data: { usedAt: new Date() },
    });
    const otherSessionsEnded = await revokeSuperAdminSessions(tx, { superAdminId: id, except: sessionId });
    await recordPlatformEvent(tx, ctx, 'super_admin.password_changed', { type: 'super_admin', id, label: email });
    return { otherSessionsEnded };
  });
}

/** The language of the console on every device of this account, and of the mails to it. */
export async function chooseOwnLanguage(ctx: OwnContext, { language }: OwnLanguage): Promise<void> {
  const { id, email } = ctx.actor;
  await consoleDb().$transaction(async (tx) => {
    const before = await tx.superAdmin.findUnique({ where: { id }, select: { language: true } });
    if (!before) throw notFound();
    if (before.language === language) return;
    await tx.superAdmin.update({ where: { id }, data: { language }, select: { id: true } });
    const target = { type: 'super_admin', id, label: email };
    await recordPlatformEvent(tx, ctx, 'super_admin.language_changed', target, changesBetween(before, { language }));
    await forgetSuperAdminSessions(tx);
  });
}

/** Living sessions, the current one first. */
export async function listOwnSessions(ctx: OwnContext): Promise<OwnSession[]> {
  const rows = await consoleDb().superAdminSession.findMany({
    where: { superAdminId: ctx.actor.id, revokedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { lastSeenAt: 'desc' },
    take: 100,
  });
  const sessions = rows.map((row) => ({
    id: row.id,
    current: row.id === ctx.actor.sessionId,
    device: deviceInWords(row.userAgent),
    ip: row.ip,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
  return [...sessions.filter((session) => session.current), ...sessions.filter((session) => !session.current)];
}

/** @throws AppError not_found for a session that is another's, ended or absent */
export async function revokeOwnSession(ctx: OwnContext, sessionId: string): Promise<void> {
  await endOwnSessions(ctx, { sessionId });
}

/** All but the one that asks. Returns how many ended. */
export function revokeOtherSessions(ctx: OwnContext): Promise<number> {
  return endOwnSessions(ctx, { except: ctx.actor.sessionId });
}

function endOwnSessions(ctx: OwnContext, which: { sessionId: string } | { except: string }): Promise<number> {
  const { id, email } = ctx.actor;
  return consoleDb().$transaction(async (tx) => {
    const count = await revokeSuperAdminSessions(tx, { superAdminId: id, ...which });
    if (count === 0 && 'sessionId' in which) throw notFound();
    const changes = { sessions: { before: count, after: 0 } };
    if (count > 0)
      await recordPlatformEvent(
        tx,
        ctx,
        'super_admin.session_revoked',
        { type: 'super_admin', id, label: email },
        changes,
      );
    return count;
  });
}
