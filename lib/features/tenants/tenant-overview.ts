import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { limitOf } from '@/lib/core/flags/rules';
import { readQuotaUsage } from '@/lib/core/flags/read-usage';
import { loadFlagSnapshot } from '@/lib/core/flags/snapshot';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { TenantDetail } from './tenant-by-slug';

export interface TenantOverview {
  quotas: { key: 'members' | 'hosts'; used: number; limit: number | null }[];
  /** Requests a day, oldest first, 30 days; null where nothing was measured. */
  requests: { day: string; count: number | null }[];
  lastSeenAt: string | null;
  sessions: number;
  createdBy: string | null;
}

/** What the tenant's page shows at first sight. The tenant was read, and the permission checked, by `tenantBySlug`. */
export async function tenantOverview(
  ctx: ConsoleContext,
  tenant: Pick<TenantDetail, 'id' | 'placement'>,
): Promise<TenantOverview> {
  requireConsolePermission(ctx, 'tenants.view');
  const db = consoleDb();
  const scope = { tenantId: tenant.id, placement: tenant.placement };
  const [usage, flags, requests, activity, run] = await Promise.all([
    readQuotaUsage(scope),
    loadFlagSnapshot(scope),
    readRequests(tenant.id),
    readActivity(scope),
    db.provisioningRun.findFirst({ where: { targetTenantId: tenant.id }, select: { requestedBy: true } }),
  ]);
  const quota = (key: 'members' | 'hosts') => ({
    key,
    used: usage.get(key) ?? 0,
    limit: limitOf(flags.get(`quota.${key}`)?.value ?? 0),
  });
  return { quotas: [quota('members'), quota('hosts')], requests, ...activity, createdBy: run?.requestedBy ?? null };
}

function readRequests(tenantId: string): Promise<TenantOverview['requests']> {
  return consoleDb().$queryRaw<TenantOverview['requests']>`
    SELECT to_char(d.day, 'YYYY-MM-DD') AS day, u.requests::float8 AS count
    FROM generate_series((now() AT TIME ZONE 'UTC')::date - 29, (now() AT TIME ZONE 'UTC')::date, interval '1 day') AS d(day)
    LEFT JOIN "public".tenant_days u ON u.tenant_id = ${tenantId}::uuid AND u.day = d.day::date
    ORDER BY d.day`;
}

async function readActivity(scope: TenantScope): Promise<Pick<TenantOverview, 'lastSeenAt' | 'sessions'>> {
  const { tenantId } = scope;
  const rows = await tenantDb(scope).$queryRaw<{ lastSeenAt: Date | null; sessions: number }[]>`
    SELECT (SELECT max(last_seen_at) FROM "public".members WHERE tenant_id = ${tenantId}::uuid) AS "lastSeenAt",
           (SELECT count(*)::integer FROM "public".member_sessions
            WHERE tenant_id = ${tenantId}::uuid AND revoked_at IS NULL AND expires_at > now()) AS sessions`;
  return { lastSeenAt: rows[0]?.lastSeenAt?.toISOString() ?? null, sessions: rows[0]?.sessions ?? 0 };
}
