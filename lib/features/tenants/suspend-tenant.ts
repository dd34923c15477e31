import 'server-only';
import type { ConsoleContext } from '@/lib/core/access/context';
import { changeStatus, type StatusChanged } from './change-status';

/**
 * Portal and site answer with the branded notice, and every session of the tenant's members ends, on every node.
 * @throws AppError forbidden, not_found, conflict (not active)
 */
export function suspendTenant(ctx: ConsoleContext, id: string, reason: string | null): Promise<StatusChanged> {
  return changeStatus(ctx, [id], { to: 'suspended', reason });
}

/** All of them or none. */
export function suspendTenants(
  ctx: ConsoleContext,
  ids: readonly string[],
  reason: string | null,
): Promise<StatusChanged> {
  return changeStatus(ctx, ids, { to: 'suspended', reason });
}
