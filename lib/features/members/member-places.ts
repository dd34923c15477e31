import 'server-only';
import { takeQuota } from '@/lib/core/flags/take-quota';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TenantTx } from '@/lib/tenancy/tenant-client';

/** Makes room for more members, or refuses: an open invitation holds its place already. @throws AppError quota_exceeded */
export async function takeMemberPlaces(tx: TenantTx, scope: TenantScope, requested: number): Promise<void> {
  await takeQuota(tx, scope, 'quota.members', requested, async (inner) => {
    const { active, invited } = await countMemberPlaces(inner);
    return active + invited;
  });
}

/** Active members, and invitations that can still be accepted. */
export async function countMemberPlaces(tx: TenantTx): Promise<{ active: number; invited: number }> {
  const active = await tx.member.count({ where: { status: 'active' } });
  const open = { acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } };
  return { active, invited: await tx.invitation.count({ where: open }) };
}
