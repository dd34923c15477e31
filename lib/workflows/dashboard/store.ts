import 'server-only';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** What the dashboard counts and lists, as the data stand. */
export interface DashboardState {
  active: number;
  /** Invitations that can still be accepted. */
  invited: number;
  hasLogo: boolean;
  /** The first version is the one the tenant was created with. */
  hasOwnBrand: boolean;
  hasPage: boolean;
  /** Hosts and domains on their way: what counts against the quota. */
  addresses: number;
  hosts: { host: string; surface: 'portal' | 'site'; isPrimary: boolean }[];
}

/** Statements side by side: the tenant's own tables may live in another database than its hosts. */
export async function readState(scope: TenantScope): Promise<DashboardState> {
  const { tenantId } = scope;
  const db = tenantDb(scope);
  const [[own], [taken], hosts] = await Promise.all([
    db.$queryRaw<Omit<DashboardState, 'hosts' | 'addresses'>[]>`
      SELECT
        (SELECT count(*) FROM "public"."members" WHERE tenant_id = ${tenantId}::uuid AND status = 'active')::integer AS active,
        (SELECT count(*) FROM "public"."invitations" WHERE tenant_id = ${tenantId}::uuid
           AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now())::integer AS invited,
        EXISTS (SELECT FROM "public"."brand_assets" WHERE tenant_id = ${tenantId}::uuid AND kind LIKE 'logo%') AS "hasLogo",
        EXISTS (SELECT FROM "public"."brand_versions" WHERE tenant_id = ${tenantId}::uuid AND status = 'published') AS "hasOwnBrand",
        EXISTS (SELECT FROM "public"."pages" WHERE tenant_id = ${tenantId}::uuid AND status = 'published') AS "hasPage"`,
    db.$queryRaw<Pick<DashboardState, 'addresses'>[]>`
      SELECT count(*)::integer AS addresses FROM (
        SELECT host FROM "public"."hosts" WHERE tenant_id = ${tenantId}::uuid
        UNION SELECT host FROM "public"."domains" WHERE tenant_id = ${tenantId}::uuid) taken`,
    db.$queryRaw<DashboardState['hosts']>`
      SELECT host, surface, is_primary AS "isPrimary" FROM "public"."hosts"
      WHERE tenant_id = ${tenantId}::uuid AND status = 'active' ORDER BY surface, is_primary DESC, host`,
  ]);
  return {
    active: 0,
    invited: 0,
    hasLogo: false,
    hasOwnBrand: false,
    hasPage: false,
    addresses: 0,
    ...own,
    ...taken,
    hosts,
  };
}
