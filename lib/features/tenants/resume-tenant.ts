import 'server-only';
import type { ConsoleContext } from '@/lib/core/access/context';
import { changeStatus, type StatusChanged } from './change-status';

/** Portal and site serve again; members sign in anew. @throws AppError forbidden, not_found, conflict (not suspended) */
export function resumeTenant(ctx: ConsoleContext, id: string): Promise<StatusChanged> {
  return changeStatus(ctx, [id], { to: 'active', reason: null });
}

/** All of them or none. */
export function resumeTenants(ctx: ConsoleContext, ids: readonly string[]): Promise<StatusChanged> {
  return changeStatus(ctx, ids, { to: 'active', reason: null });
}
