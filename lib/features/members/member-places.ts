import 'server-only';
import { takeQuota } from '@/lib/core/flags/take-quota';
import type { TenantScope } from '@/lib/tenancy/context';
import type { TenantTx } from '@/lib/tenancy/tenant-client';

/** Makes room for more members, or refuses: an open invitation holds its place already. @throws AppError quota_exceeded */
export async function takeMemberPlaces(tx: TenantTx, scope: TenantScope, requested: number): Promise<void> {
  await takeQuota(tx, scope, 'quota.members', requested, async (inner) => {
    const { active, invited } = await countMemberPlaces(inner, scope);
    return active + invited;
  });
}

export interface PlaceCounts {
  active: number;
  /** Invitations that can still be accepted. */
  invited: number;
  /** Those and the ones that have run out and may be sent again. */
  listed: number;
}

export async function countMemberPlaces(
  tx: Pick<TenantTx, '$queryRaw'>,
  { tenantId }: TenantScope,
): Promise<PlaceCounts> {
  const [row] = await tx.$queryRaw<PlaceCounts[]>`
    SELECT (SELECT count(*) FROM "public"."members" WHERE tenant_id = ${tenantId}::uuid AND status = 'active')::integer AS active,
      count(*) FILTER (WHERE expires_at > now())::integer AS invited, count(*)::integer AS listed
    FROM "public"."invitations" WHERE tenant_id = ${tenantId}::uuid AND accepted_at IS NULL AND revoked_at IS NULL`;
  return row ?? { active: 0, invited: 0, listed: 0 };
}
