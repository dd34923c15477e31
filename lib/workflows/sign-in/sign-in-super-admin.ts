import 'server-only';
import type { RequestInfo, SuperAdminActor } from '@/lib/core/access/context';
import type { SuperAdminRole } from '@/lib/core/access/roles';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { verifyPassword } from '@/lib/core/passwords/hash-password';
import { clearAttempts, takeAttempts } from '@/lib/core/sessions/attempts';
import { startSuperAdminSession } from '@/lib/core/sessions/super-admin-sessions';
import { AppError } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Credentials } from './schema';

/** The console's counterpart of signInMember, with the same promises. */
export async function signInSuperAdmin(
  request: RequestInfo,
  { email, password }: Credentials,
): Promise<{ sessionId: string; superAdminId: string }> {
  const db = consoleDb();
  await takeAttempts(db, 'console', { 'sign-in:account': email, 'sign-in:network': request.ip ?? 'unknown' });

  const account = await db.superAdmin.findUnique({ where: { email } });
  const usable = account?.status === 'active' ? account : null;
  const matches = await verifyPassword(password, usable?.passwordHash ?? null);
  if (!usable || !matches) {
    if (account) {
      const target = { type: 'super_admin', id: account.id, label: account.email };
      await db.$transaction((tx) =>
        recordPlatformEvent(tx, { actor: { type: 'visitor' }, request }, 'super_admin.sign_in_failed', target),
      );
    }
    throw new AppError('unauthenticated', 'The e-mail address or the password is not right.', {
      messageKey: 'badCredentials',
    });
  }

  const sessionId = await db.$transaction(async (tx) => {
    const id = await startSuperAdminSession(tx, usable.id, request);
    const actor: SuperAdminActor = {
      type: 'super_admin',
      id: usable.id,
      sessionId: id,
      name: usable.name,
      email: usable.email,
      role: usable.role as SuperAdminRole,
    };
    await recordPlatformEvent(tx, { actor, request }, 'super_admin.signed_in', {
      type: 'super_admin',
      id: usable.id,
      label: usable.email,
    });
    return id;
  });
  await clearAttempts(db, 'console', 'sign-in:account', email);
  return { sessionId, superAdminId: usable.id };
}
