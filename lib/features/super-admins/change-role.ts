import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import type { SuperAdminRole } from '@/lib/core/access/roles';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { consoleDb } from '@/lib/tenancy/console-client';
import { keepAnOwner, lockSuperAdmin } from './lock-super-admin';

/** In force on every node within seconds, also for sessions that are open. @throws AppError forbidden, not_found, conflict */
export async function changeSuperAdminRole(ctx: ConsoleContext, id: string, role: SuperAdminRole): Promise<void> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  await consoleDb().$transaction(async (tx) => {
    const account = await lockSuperAdmin(tx, ctx, id);
    if (account.role === role) return;
    if (role !== 'owner') keepAnOwner(account);
    await tx.superAdmin.update({ where: { id }, data: { role }, select: { id: true } });
    const changes = { role: { before: account.role, after: role } };
    await recordPlatformEvent(
      tx,
      ctx,
      'super_admin.role_changed',
      { type: 'super_admin', id, label: account.email },
      changes,
    );
    await publishChange(tx, { kind: 'session' });
  });
}
