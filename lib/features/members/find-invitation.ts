import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import type { MemberRole } from '@/lib/core/access/roles';
import { hashToken } from '@/lib/platform/secrets';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';

export interface OpenInvitation {
  id: string;
  email: string;
  name: string | null;
  role: MemberRole;
  invitedByName: string | null;
}

/** The invitation behind a link, or null: unknown, used, revoked, expired and another tenant's are all the same to the visitor. */
export function findInvitation(ctx: TenantContext, token: string): Promise<OpenInvitation | null> {
  return openInvitation(tenantDb(ctx), token);
}

export async function openInvitation(tx: TenantTx, token: string): Promise<OpenInvitation | null> {
  const row = await tx.invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, name: true, role: true, invitedByName: true },
  });
  return row && { ...row, role: row.role as MemberRole };
}
