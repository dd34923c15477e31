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
  hosts: { host: string; surface: 'portal' | 'site'; isPrimary: boolean }[];
}

/** One statement: each is a round trip, and this page is the one that everybody opens first. */
export async function readState(scope: TenantScope): Promise<DashboardState> {
  const { tenantId } = scope;
  const [row] = await tenantDb(scope).$queryRaw<DashboardState[]>`
    SELECT
      (SELECT count(*) FROM "public"."members" WHERE tenant_id = ${tenantId}::uuid AND status = 'active')::integer AS active,
      (SELECT count(*) FROM "public"."invitations" WHERE tenant_id = ${tenantId}::uuid
         AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now())::integer AS invited,
      EXISTS (SELECT FROM "public"."brand_assets" WHERE tenant_id = ${tenantId}::uuid AND kind LIKE 'logo%') AS "hasLogo",
      EXISTS (SELECT FROM "public"."brand_versions" WHERE tenant_id = ${tenantId}::uuid AND status = 'published' AND number > 1) AS "hasOwnBrand",
      EXISTS (SELECT FROM "public"."pages" WHERE tenant_id = ${tenantId}::uuid AND status = 'published') AS "hasPage",
      (SELECT coalesce(json_agg(json_build_object('host', host, 'surface', surface, 'isPrimary', is_primary) ORDER BY surface, is_primary DESC, host), '[]')
         FROM "public"."hosts" WHERE tenant_id = ${tenantId}::uuid AND status = 'active') AS hosts`;
  return row ?? { active: 0, invited: 0, hasLogo: false, hasOwnBrand: false, hasPage: false, hosts: [] };
}
