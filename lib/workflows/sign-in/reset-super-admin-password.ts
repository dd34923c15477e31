import 'server-only';
import type { RequestInfo, SuperAdminActor } from '@/lib/core/access/context';
import type { SuperAdminRole } from '@/lib/core/access/roles';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { hashPassword } from '@/lib/core/passwords/hash-password';
import { takeAttempts } from '@/lib/core/sessions/attempts';
import { revokeSuperAdminSessions } from '@/lib/core/sessions/super-admin-sessions';
import { AppError } from '@/lib/platform/errors';
import { hashToken, randomToken } from '@/lib/platform/secrets';
import { consoleDb } from '@/lib/tenancy/console-client';
import { superAdminResetMail } from './reset-mails';

const resetMinutes = 30;

/** The console's counterpart of requestMemberReset, with the same promises. */
export async function requestSuperAdminReset(request: RequestInfo, email: string): Promise<void> {
  const db = consoleDb();
  await takeAttempts(db, 'console', { 'reset:account': email, 'reset:network': request.ip ?? 'unknown' });
  const account = await db.superAdmin.findUnique({ where: { email } });
  if (account?.status !== 'active') return;
  const token = randomToken();
  const mail = await superAdminResetMail(account, token, resetMinutes);
  await db.$transaction(async (tx) => {
    await tx.superAdminPasswordReset.create({
      data: {
        superAdminId: account.id,
        tokenHash: hashToken(token),
        expiresAt: new Date(Date.now() + resetMinutes * 60_000),
      },
    });
    const target = { type: 'super_admin', id: account.id, label: account.email };
    await recordPlatformEvent(
      tx,
      { actor: { type: 'visitor' }, request },
      'super_admin.password_reset_requested',
      target,
    );
    await enqueueJob(tx, 'send-mail', { mail });
  });
}

/** @throws AppError unprocessable for a token that is unknown, used or expired; rate_limited */
export async function resetSuperAdminPassword(
  request: RequestInfo,
  token: string,
  password: string,
): Promise<{ email: string }> {
  const db = consoleDb();
  await takeAttempts(db, 'console', { 'token:network': request.ip ?? 'unknown' });
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const tokenHash = hashToken(token);
    const { count } = await tx.superAdminPasswordReset.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: new Date() } },
      data: { usedAt: new Date() },
    });
    const reset =
      count === 1
        ? await tx.superAdminPasswordReset.findUnique({ where: { tokenHash }, select: { superAdmin: true } })
        : null;
    if (reset?.superAdmin.status !== 'active')
      throw new AppError('unprocessable', 'This link is no longer valid.', { messageKey: 'linkExpired' });
    const { id, email, name, role } = reset.superAdmin;
    await tx.superAdmin.update({ where: { id }, data: { passwordHash } });
    await tx.superAdminPasswordReset.updateMany({
      where: { superAdminId: id, usedAt: null },
      data: { usedAt: new Date() },
    });
    await revokeSuperAdminSessions(tx, { superAdminId: id });
    const actor: SuperAdminActor = {
      type: 'super_admin',
      id,
      sessionId: '',
      name,
      email,
      role: role as SuperAdminRole,
    };
    await recordPlatformEvent(tx, { actor, request }, 'super_admin.password_changed', {
      type: 'super_admin',
      id,
      label: email,
    });
    return { email };
  });
}
