import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { SuperAdminRow } from './schema';

/** All of them, also the revoked: the audit log names them. A handful, so without pages. */
export async function listSuperAdmins(ctx: ConsoleContext): Promise<SuperAdminRow[]> {
  requireConsolePermission(ctx, 'superAdmins.manage');
  const rows = await consoleDb().$queryRaw<
    (Omit<SuperAdminRow, 'lastSeenAt' | 'createdAt'> & { lastSeenAt: Date | null; createdAt: Date })[]
  >`
    SELECT a.id, a.name, a.email, a.role, a.status, a.created_at AS "createdAt",
           (SELECT max(s.last_seen_at) FROM "public".super_admin_sessions s WHERE s.super_admin_id = a.id) AS "lastSeenAt"
    FROM "public".super_admins a ORDER BY a.status, lower(a.name), a.id`;
  return rows.map((row) => ({
    ...row,
    lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
}
