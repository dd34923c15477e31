import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

export interface TenantMember {
  id: string;
  name: string;
  email: string;
  role: MemberRole;
  status: 'active' | 'revoked';
  lastSeenAt: string | null;
  createdAt: string;
}

export interface TenantMembers {
  data: TenantMember[];
  total: number;
  page: number;
  pages: number;
}

const pageSize = 50;

/** The tenant's people, read only: the console helps, but their own admins invite, change and revoke. @param page from 1 */
export async function listTenantMembers(ctx: ConsoleContext, scope: TenantScope, page: number): Promise<TenantMembers> {
  requireConsolePermission(ctx, 'tenants.view');
  const db = tenantDb(scope);
  const [rows, total] = await Promise.all([
    db.member.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
      select: { id: true, name: true, email: true, role: true, status: true, lastSeenAt: true, createdAt: true },
    }),
    db.member.count(),
  ]);
  const data = rows.map((row) => ({
    ...row,
    role: row.role as MemberRole,
    status: row.status as TenantMember['status'],
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
  return { data, total, page, pages: Math.max(1, Math.ceil(total / pageSize)) };
}
