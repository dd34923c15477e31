import 'server-only';
import type { ConsoleTx } from '@/lib/tenancy/console-client';

/** What a tenant uses of each meter that a quota can limit, as it is now (requests: in this calendar month, UTC). */
export async function usageByMeter(
  db: Pick<ConsoleTx, '$queryRaw'>,
  tenantId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ meter: string; used: number }[]>`
    SELECT 'members' AS meter,
           ((SELECT count(*) FROM "public".members WHERE tenant_id = ${tenantId}::uuid AND status = 'active')
          + (SELECT count(*) FROM "public".invitations
             WHERE tenant_id = ${tenantId}::uuid AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now()))::float8 AS used
    UNION ALL
    SELECT 'hosts', count(*)::float8 FROM "public".hosts WHERE tenant_id = ${tenantId}::uuid
    UNION ALL
    SELECT 'requests', coalesce(sum(value), 0)::float8 FROM "public".usage_daily
    WHERE tenant_id = ${tenantId}::uuid AND meter = 'requests' AND day >= date_trunc('month', now() AT TIME ZONE 'UTC')::date
    UNION ALL
    (SELECT 'storage_bytes', storage_bytes::float8 FROM "public".resource_daily WHERE tenant_id = ${tenantId}::uuid ORDER BY day DESC LIMIT 1)`;
  return new Map(rows.map(({ meter, used }) => [meter, used]));
}
