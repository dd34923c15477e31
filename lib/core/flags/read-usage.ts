import 'server-only';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** How much of each quota's meter a tenant has in use now. A meter that is not counted here is not known. */
export async function readQuotaUsage(scope: TenantScope): Promise<ReadonlyMap<string, number>> {
  const db = tenantDb(scope);
  // Two statements: the tenant's own tables may live in another database than the platform's.
  const [own, platform] = await Promise.all([
    db.$queryRaw<Record<string, number>[]>`
      SELECT
        ((SELECT count(*) FROM "public".members WHERE status = 'active')
         + (SELECT count(*) FROM "public".invitations
            WHERE accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()))::double precision AS members,
        (SELECT coalesce(sum(size_bytes), 0) FROM "public".brand_assets)::double precision AS storage_bytes`,
    db.$queryRaw<Record<string, number>[]>`
      SELECT
        (SELECT count(*) FROM "public".hosts)::double precision AS hosts,
        (SELECT coalesce(sum(d.requests), 0) FROM "public".tenant_days d
         WHERE d.day >= date_trunc('month', now() AT TIME ZONE coalesce((SELECT time_zone FROM "public".tenant_settings), 'UTC'))
        )::double precision AS requests`,
  ]);
  return new Map(Object.entries({ ...own[0], ...platform[0] }));
}
