import 'server-only';
import { consoleDb } from '@/lib/tenancy/console-client';
import { measureApart } from './measure-apart';
import { tableSizes } from './table-sizes';

/**
 * Writes today's row (UTC) of what each tenant occupies and used of late. Run again on the same day it corrects that row, so it may
 * run as often as the figures should be fresh. Each shared table is read once, for all tenants together.
 */
export async function measureResources(): Promise<{ tenants: number }> {
  const apart = await measureApart();
  const settings = { maxWait: 10_000, timeout: 30 * 60_000 };
  return consoleDb().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '30min'`;
    const tenants = await tx.$executeRaw`
      WITH bytes AS (SELECT tenant_id, sum(bytes)::bigint AS bytes FROM (${tableSizes}) t GROUP BY 1),
        files AS (SELECT tenant_id, sum(size_bytes)::bigint AS bytes FROM "public"."brand_assets" GROUP BY 1),
        people AS (SELECT tenant_id, count(*)::integer AS count FROM "public"."members" WHERE status = 'active' GROUP BY 1),
        addresses AS (SELECT tenant_id, count(*)::integer AS count FROM "public"."hosts" GROUP BY 1),
        traffic AS (
          SELECT tenant_id, sum(requests)::bigint AS requests FROM "public"."tenant_days"
          WHERE day > (now() AT TIME ZONE 'UTC')::date - 30 GROUP BY 1),
        apart AS (SELECT * FROM json_to_recordset(${JSON.stringify(apart)}::json) AS a("tenantId" uuid, bytes bigint, files bigint, people integer))
      INSERT INTO "public"."resource_daily" (tenant_id, day, database_bytes, storage_bytes, members, hosts, requests_30d, measured_at)
      SELECT t.id, (now() AT TIME ZONE 'UTC')::date, coalesce(bytes.bytes, 0) + coalesce(apart.bytes, 0),
        coalesce(apart.files, files.bytes, 0), coalesce(apart.people, people.count, 0),
        coalesce(addresses.count, 0), coalesce(traffic.requests, 0), now()
      FROM "public"."tenants" t
        LEFT JOIN bytes ON bytes.tenant_id = t.id LEFT JOIN files ON files.tenant_id = t.id LEFT JOIN people ON people.tenant_id = t.id
        LEFT JOIN addresses ON addresses.tenant_id = t.id LEFT JOIN traffic ON traffic.tenant_id = t.id
        LEFT JOIN apart ON apart."tenantId" = t.id
      WHERE t.status <> 'erased' AND (t.placement = 'shared' OR apart."tenantId" IS NOT NULL)
      ON CONFLICT (tenant_id, day) DO UPDATE SET
        database_bytes = excluded.database_bytes, storage_bytes = excluded.storage_bytes, members = excluded.members,
        hosts = excluded.hosts, requests_30d = excluded.requests_30d, measured_at = excluded.measured_at`;
    return { tenants };
  }, settings);
}
