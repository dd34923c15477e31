import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { quotaLimit } from '@/lib/core/flags/snapshot';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { countMemberPlaces, type PlaceCounts } from './member-places';

export interface MemberPlaces extends PlaceCounts {
  /** Null: no limit. */
  limit: number | null;
}

/** How full the tenant is, for showing; what counts is decided where members are made. */
export async function readMemberPlaces(ctx: TenantContext): Promise<MemberPlaces> {
  requirePermission(ctx, 'members.view');
  const [counts, limit] = await Promise.all([countMemberPlaces(tenantDb(ctx), ctx), quotaLimit(ctx, 'quota.members')]);
  return { ...counts, limit };
}
