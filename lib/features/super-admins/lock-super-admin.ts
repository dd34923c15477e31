import 'server-only';
import type { ConsoleContext } from '@/lib/core/access/context';
import { AppError, notFound } from '@/lib/platform/errors';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { SuperAdminRow } from './schema';

type LockedSuperAdmin = Pick<SuperAdminRow, 'id' | 'email' | 'role' | 'status'>;

/**
 * The account as it stays until the transaction ends, for somebody else to change. All owners are locked along, so that two owners
 * who revoke each other at the same moment can't leave the console without one.
 * @throws AppError not_found; conflict for one's own account
 */
export async function lockSuperAdmin(
  tx: ConsoleTx,
  ctx: ConsoleContext,
  id: string,
): Promise<LockedSuperAdmin & { otherOwners: number }> {
  const rows = await tx.$queryRaw<LockedSuperAdmin[]>`
    SELECT id, email, role, status FROM "public".super_admins
    WHERE id = ${id}::uuid OR (role = 'owner' AND status = 'active') ORDER BY id FOR UPDATE`;
  const account = rows.find((row) => row.id === id);
  if (!account) throw notFound();
  if (ctx.actor.type === 'super_admin' && ctx.actor.id === id)
    throw new AppError('conflict', 'This is your own account.', { messageKey: 'ownAccount' });
  const isActiveOwner = (row: LockedSuperAdmin): boolean => row.role === 'owner' && row.status === 'active';
  return { ...account, otherOwners: rows.filter((row) => row.id !== id && isActiveOwner(row)).length };
}

/** @throws AppError conflict where the change would leave no active owner */
export function keepAnOwner(account: LockedSuperAdmin & { otherOwners: number }): void {
  if (account.role === 'owner' && account.status === 'active' && account.otherOwners === 0) {
    throw new AppError('conflict', 'The console needs an owner.', { messageKey: 'lastConsoleOwner' });
  }
}
