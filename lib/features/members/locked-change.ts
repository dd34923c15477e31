import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { mayAssignRole, type MemberRole } from '@/lib/core/access/roles';
import { AppError, notFound } from '@/lib/platform/errors';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { refusalOf, type Refusal } from './rules';
import { lockMembers, type StoredMember } from './store';

export interface LockedMembers {
  targets: StoredMember[];
  /** @throws AppError forbidden, unless every target may get the role (null: lose the account) */
  demand: (wanted: MemberRole | null) => void;
  /** @throws AppError forbidden, unless no target outranks the actor */
  demandRank: () => void;
}

/** Who acts, with the role that is stored now and not the one the session remembers. */
type Acting = Pick<StoredMember, 'id' | 'role' | 'status'>;

/**
 * Loads and locks the members of one change, all of them or none: an id that is absent or another tenant's refuses the whole.
 * @throws AppError not_found
 */
export async function changeMembers<T>(
  ctx: TenantContext,
  ids: readonly string[],
  work: (tx: TenantTx, locked: LockedMembers) => Promise<T>,
): Promise<T> {
  requirePermission(ctx, 'members.manage');
  return tenantDb(ctx).$transaction(async (tx) => work(tx, await load(tx, ctx, [...new Set(ids)])));
}

async function load(tx: TenantTx, ctx: TenantContext, ids: readonly string[]): Promise<LockedMembers> {
  const actorId = ctx.actor.type === 'member' ? ctx.actor.id : null;
  const rows = await lockMembers(tx, ctx, actorId ? [...ids, actorId] : ids);
  const targets = rows.filter((row) => ids.includes(row.id));
  if (targets.length !== ids.length) throw notFound();
  const actor = actorOf(ctx, rows);
  const otherOwners = rows.filter(
    (row) => row.role === 'owner' && row.status === 'active' && !ids.includes(row.id),
  ).length;
  const refuse = (refusal: Refusal | null): void => {
    if (refusal) throw new AppError('forbidden', 'This change is not yours to make.', { messageKey: refusal });
  };
  return {
    targets,
    demand: (wanted) => targets.forEach((target) => refuse(refusalOf(actor, target, wanted, otherOwners))),
    demandRank: () => targets.forEach((target) => refuse(mayAssignRole(actor.role, target.role) ? null : 'rankTooLow')),
  };
}

function actorOf(ctx: TenantContext, rows: readonly StoredMember[]): Acting {
  const { actor } = ctx;
  // The platform acts with an owner's rank, and is nobody's colleague.
  if (actor.type !== 'member') return { id: '', role: 'owner', status: 'active' };
  const stored = rows.find((row) => row.id === actor.id);
  if (stored?.status !== 'active') throw new AppError('unauthenticated', 'Sign in first.');
  requirePermission({ ...ctx, actor: { ...actor, role: stored.role } }, 'members.manage');
  return stored;
}
