import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { revokeSuperAdminSessions } from '@/lib/core/sessions/super-admin-sessions';
import { consoleDb } from '@/lib/tenancy/console-client';
import { keepAnOwner, lockSuperAdmin } from './lock-super-admin';

/** Ends every session; the account stays, because the audit log names it. @throws AppError forbidden, not_found, conflict */
export async function revokeSuperAdmin(ctx: ConsoleContext, id: string): Promise<void> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  await consoleDb().$transaction(async (tx) => {
    const account = await lockSuperAdmin(tx, ctx, id);
    if (account.status === 'revoked') return;
    keepAnOwner(account);
    await tx.superAdmin.update({ where: { id }, data: { status: 'revoked' }, select: { id: true } });
    await tx.superAdminPasswordReset.updateMany({
      where: { superAdminId: id, usedAt: null },
      data: { usedAt: new Date() },
    });
    await revokeSuperAdminSessions(tx, { superAdminId: id });
    const changes = { status: { before: 'active', after: 'revoked' } };
    await recordPlatformEvent(
      tx,
      ctx,
      'super_admin.revoked',
      { type: 'super_admin', id, label: account.email },
      changes,
    );
  });
}

/** Lets a revoked account sign in again, with its password; no session returns. @throws AppError forbidden, not_found, conflict */
export async function restoreSuperAdmin(ctx: ConsoleContext, id: string): Promise<void> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  await consoleDb().$transaction(async (tx) => {
    const account = await lockSuperAdmin(tx, ctx, id);
    if (account.status === 'active') return;
    await tx.superAdmin.update({ where: { id }, data: { status: 'active' }, select: { id: true } });
    const changes = { status: { before: 'revoked', after: 'active' } };
    await recordPlatformEvent(
      tx,
      ctx,
      'super_admin.restored',
      { type: 'super_admin', id, label: account.email },
      changes,
    );
  });
}
