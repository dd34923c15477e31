import 'server-only';
import { takeQuota } from '@/lib/core/flags/take-quota';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TenantTx } from '@/lib/tenancy/tenant-client';

/** Makes room for more members, or refuses: an open invitation holds its place already. @throws AppError quota_exceeded */
export async function takeMemberPlaces(tx: TenantTx, scope: TenantScope, requested: number): Promise<void> {
  await takeQuota(tx, scope, 'quota.members', requested, usedMemberPlaces);
}

/** Active members and invitations that can still be accepted. */
export async function usedMemberPlaces(tx: TenantTx): Promise<number> {
  const members = await tx.member.count({ where: { status: 'active' } });
  const invitations = await tx.invitation.count({ where: { acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } } });
  return members + invitations;
}
