import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { quotaLimit } from '@/lib/core/flags/snapshot';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { QuotaGauge } from './schema';
import type { Day } from './zoned-days';

/** What the plan limits, and how much of it is in use. @param today in the tenant's zone: a month is a calendar month there */
export async function quotaGauges(ctx: TenantContext, today: Day): Promise<QuotaGauge[]> {
  const [members, hosts, requests, storage, used] = await Promise.all([
    quotaLimit(ctx, 'quota.members'),
    quotaLimit(ctx, 'quota.hosts'),
    quotaLimit(ctx, 'quota.requests_monthly'),
    quotaLimit(ctx, 'quota.storage_bytes'),
    readUsed(ctx, today),
  ]);
  return [
    { key: 'members', used: used.members, limit: members },
    { key: 'hosts', used: used.hosts, limit: hosts },
    { key: 'requests', used: used.requests, limit: requests },
    { key: 'storage', used: used.storage, limit: storage },
  ];
}

type Used = Record<QuotaGauge['key'], number>;

/** Counted as where the limits are enforced: an invitation holds its place until it is accepted, revoked or has run out. */
async function readUsed(ctx: TenantContext, today: Day): Promise<Used> {
  const { tenantId } = ctx;
  const db = tenantDb(ctx);
  // Two statements: the tenant's own tables may live in another database than the platform's.
  const [[own], [platform]] = await Promise.all([
    db.$queryRaw<Pick<Used, 'members' | 'storage'>[]>`
      SELECT
        ((SELECT count(*) FROM "public"."members" WHERE tenant_id = ${tenantId}::uuid AND status = 'active')
          + (SELECT count(*) FROM "public"."invitations" WHERE tenant_id = ${tenantId}::uuid
             AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()))::float8 AS members,
        (SELECT coalesce(sum(size_bytes), 0) FROM "public"."brand_assets" WHERE tenant_id = ${tenantId}::uuid)::float8 AS storage`,
    db.$queryRaw<Pick<Used, 'hosts' | 'requests'>[]>`
      SELECT
        (SELECT count(*) FROM (
           SELECT host FROM "public"."hosts" WHERE tenant_id = ${tenantId}::uuid
           UNION SELECT host FROM "public"."domains" WHERE tenant_id = ${tenantId}::uuid) addresses)::float8 AS hosts,
        (SELECT coalesce(sum(requests), 0) FROM "public"."tenant_days" WHERE tenant_id = ${tenantId}::uuid
           AND day BETWEEN date_trunc('month', ${today}::date)::date AND ${today}::date)::float8 AS requests`,
  ]);
  return { members: 0, storage: 0, hosts: 0, requests: 0, ...own, ...platform };
}
