import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import type { MemberRole, Permission } from '@/lib/core/access/roles';
import { AppError } from '@/lib/platform/errors';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** The role of whoever acts, as stored now: a session may remember a better one for some seconds. @throws AppError unauthenticated, forbidden */
export async function actingRole(ctx: TenantContext, permission: Permission): Promise<MemberRole> {
  requirePermission(ctx, permission);
  const { actor } = ctx;
  // The platform acts with an owner's rank.
  if (actor.type !== 'member') return 'owner';
  const stored = await tenantDb(ctx).member.findFirst({
    where: { id: actor.id, status: 'active' },
    select: { role: true },
  });
  if (!stored) throw new AppError('unauthenticated', 'Sign in first.');
  const role = stored.role as MemberRole;
  requirePermission({ ...ctx, actor: { ...actor, role } }, permission);
  return role;
}
