import 'server-only';
import { memberRoles, rolePermissions } from '@/lib/core/access/roles';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { draftBrand, type LiveBrand } from './read-brand';
import { brandTokensSchema } from './schema';

/** The draft as a member who may change it sees it in use, or null: no draft, no such member, or no longer allowed. Never cached. */
export async function draftBrandOf(scope: TenantScope, memberId: string): Promise<LiveBrand | null> {
  const db = tenantDb(scope);
  const member = await db.member.findFirst({ where: { id: memberId, status: 'active' }, select: { role: true } });
  const role = memberRoles.find((known) => known === member?.role);
  if (role === undefined || !rolePermissions[role].includes('branding.manage')) return null;
  const draft = await db.brandVersion.findFirst({
    where: { status: 'draft' },
    select: { tokens: true, updatedAt: true },
  });
  return draft && draftBrand(scope, brandTokensSchema.parse(draft.tokens), draft.updatedAt);
}
