import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { AppError } from '@/lib/platform/errors';
import { decodeCursor, toKeysetPage } from '@/lib/platform/keyset';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { InvitationPage, InvitationQuery } from './schema';

/** Invitations that are neither accepted nor revoked, the newest first; expired ones stay listed, so that they can be sent again. */
export async function listInvitations(
  ctx: TenantContext,
  { q, cursor: text, limit }: InvitationQuery,
): Promise<InvitationPage> {
  requirePermission(ctx, 'members.manage');
  const cursor = decodeCursor(text);
  if (cursor && Number.isNaN(Date.parse(cursor.value)))
    throw new AppError('validation_failed', 'This page of the list no longer exists.', {
      fields: { cursor: 'invalid' },
    });
  const back = cursor?.direction === 'before';
  const db = tenantDb(ctx);
  const open = {
    acceptedAt: null,
    revokedAt: null,
    ...(q ? { email: { contains: q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&') } } : undefined),
  };
  const [rows, total] = await Promise.all([
    db.invitation.findMany({
      where: { ...open, ...(cursor ? beyond(cursor.value, cursor.id, back) : undefined) },
      orderBy: [{ createdAt: back ? 'asc' : 'desc' }, { id: back ? 'asc' : 'desc' }],
      take: limit + 1,
      select: { id: true, email: true, role: true, invitedByName: true, createdAt: true, expiresAt: true },
    }),
    db.invitation.count({ where: open }),
  ]);
  const page = toKeysetPage(rows, limit, cursor, (row) => ({ value: row.createdAt.toISOString(), id: row.id }));
  const now = Date.now();
  const data = page.data.map((row) => ({
    ...row,
    role: row.role as MemberRole,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expiresAt.getTime() <= now,
  }));
  return { ...page, data, total };
}

function beyond(value: string, id: string, back: boolean) {
  const at = new Date(value);
  return back
    ? { OR: [{ createdAt: { gt: at } }, { createdAt: at, id: { gt: id } }] }
    : { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] };
}
