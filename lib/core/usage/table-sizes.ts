import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { placedTables, type tables } from '@/lib/tenancy/tables';

type Tables = typeof tables;

/** Tenant tables that the console's role may read. The others hold a few short secrets a member and weigh nothing. */
type MeasuredTable = {
  [Name in keyof Tables]: Tables[Name] extends { kind: 'tenant'; console: `S${string}` } ? Name : never;
}[keyof Tables];

/** Bytes of the rows of each tenant, by table. A new tenant table that is missing here does not compile. */
const sizes: Record<MeasuredTable, Prisma.Sql> = {
  tenant_settings: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."tenant_settings" r GROUP BY 1`,
  members: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."members" r GROUP BY 1`,
  member_sessions: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."member_sessions" r GROUP BY 1`,
  invitations: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."invitations" r GROUP BY 1`,
  audit_events: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."audit_events" r GROUP BY 1`,
  flag_overrides: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."flag_overrides" r GROUP BY 1`,
  brand_versions: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."brand_versions" r GROUP BY 1`,
  brand_assets: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."brand_assets" r GROUP BY 1`,
  published_brands: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."published_brands" r GROUP BY 1`,
  pages: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."pages" r GROUP BY 1`,
  site_code_versions: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."site_code_versions" r GROUP BY 1`,
  usage_events: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."usage_events" r GROUP BY 1`,
  usage_hourly: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."usage_hourly" r GROUP BY 1`,
  usage_daily: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."usage_daily" r GROUP BY 1`,
  member_days: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."member_days" r GROUP BY 1`,
  tenant_days: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."tenant_days" r GROUP BY 1`,
  resource_daily: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."resource_daily" r GROUP BY 1`,
  domains: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."domains" r GROUP BY 1`,
  domain_checks: Prisma.sql`SELECT tenant_id, sum(pg_column_size(r)) AS bytes FROM "public"."domain_checks" r GROUP BY 1`,
};

/** The same of the tables that move along with a tenant, for that tenant to run. */
export const placedSizes = Prisma.join(
  Object.entries(sizes).flatMap(([name, size]) => (placedTables.includes(name as MeasuredTable) ? [size] : [])),
  ' UNION ALL ',
);

export const tableSizes = Prisma.join(Object.values(sizes), ' UNION ALL ');
