import 'server-only';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Day } from '@/lib/core/usage/zoned-days';
import type { Window } from './rules';

export interface CreatedRow {
  at: Day;
  planKey: string;
  created: number;
}

/** Tenants that still exist, by the point in which they were created; `at` is empty for those created before the window. */
export function readCreated({ step, fromDay }: Window): Promise<CreatedRow[]> {
  return consoleDb().$queryRaw<CreatedRow[]>`
    SELECT CASE WHEN t.created_at < ${fromDay}::timestamp AT TIME ZONE 'UTC' THEN ''
        ELSE date_trunc(${step}, t.created_at AT TIME ZONE 'UTC')::date::text END AS at,
      p.key AS "planKey", count(*)::integer AS created
    FROM "public"."tenants" t JOIN "public"."plans" p ON p.id = t.plan_id
    WHERE t.status <> 'erased' GROUP BY 1, 2`;
}

export interface ActivityRow {
  at: Day;
  activeTenants: number;
  activeMembers: number;
  requests: number;
  errors: number;
}

/** Per point; over a month, tenants and members are those of its average day. */
export function readActivity({ step, fromDay, toDay }: Window): Promise<ActivityRow[]> {
  return consoleDb().$queryRaw<ActivityRow[]>`
    WITH days AS (
      SELECT day, count(*) FILTER (WHERE requests > 0) AS tenants, sum(active_members) AS members, sum(requests) AS requests, sum(errors) AS errors
      FROM "public"."tenant_days" WHERE day BETWEEN ${fromDay}::date AND ${toDay}::date GROUP BY day)
    SELECT date_trunc(${step}, day::timestamp)::date::text AS at, round(avg(tenants))::integer AS "activeTenants",
      round(avg(members))::integer AS "activeMembers", sum(requests)::float8 AS requests, sum(errors)::float8 AS errors
    FROM days GROUP BY 1`;
}

export interface PeriodTotals {
  activeTenants: number;
  previousActiveTenants: number;
  requests: number;
  previousRequests: number;
  errors: number;
  previousErrors: number;
}

export async function readTotals({ fromDay, toDay, previousFromDay }: Window): Promise<PeriodTotals> {
  const [row] = await consoleDb().$queryRaw<PeriodTotals[]>`
    WITH sums AS (
      SELECT tenant_id, day >= ${fromDay}::date AS current, sum(requests) AS requests, sum(errors) AS errors
      FROM "public"."tenant_days" WHERE day BETWEEN ${previousFromDay}::date AND ${toDay}::date GROUP BY 1, 2)
    SELECT count(*) FILTER (WHERE current AND requests > 0)::integer AS "activeTenants",
      count(*) FILTER (WHERE NOT current AND requests > 0)::integer AS "previousActiveTenants",
      coalesce(sum(requests) FILTER (WHERE current), 0)::float8 AS requests,
      coalesce(sum(requests) FILTER (WHERE NOT current), 0)::float8 AS "previousRequests",
      coalesce(sum(errors) FILTER (WHERE current), 0)::float8 AS errors,
      coalesce(sum(errors) FILTER (WHERE NOT current), 0)::float8 AS "previousErrors"
    FROM sums`;
  return (
    row ?? {
      activeTenants: 0,
      previousActiveTenants: 0,
      requests: 0,
      previousRequests: 0,
      errors: 0,
      previousErrors: 0,
    }
  );
}

export interface DirectoryTotals {
  statuses: { key: string; tenants: number }[];
  plans: { key: string; name: string; tenants: number }[];
  databaseBytes: number;
  storageBytes: number;
  createdBefore: number;
}

/** Who is here now, and what all of them occupy. */
export async function readDirectory({ fromDay, previousFromDay }: Window): Promise<DirectoryTotals> {
  const [row] = await consoleDb().$queryRaw<DirectoryTotals[]>`
    SELECT
      (SELECT coalesce(json_agg(s), '[]') FROM (
        SELECT status AS key, count(*)::integer AS tenants FROM "public"."tenants" WHERE status <> 'erased' GROUP BY 1 ORDER BY 2 DESC, 1) s) AS statuses,
      (SELECT coalesce(json_agg(s), '[]') FROM (
        SELECT p.key, p.name, count(t.id)::integer AS tenants FROM "public"."plans" p
        LEFT JOIN "public"."tenants" t ON t.plan_id = p.id AND t.status <> 'erased' GROUP BY p.id ORDER BY p.position) s) AS plans,
      (SELECT coalesce(sum(database_bytes), 0)::float8 FROM "public"."resource_daily"
        WHERE day = (SELECT max(day) FROM "public"."resource_daily")) AS "databaseBytes",
      (SELECT coalesce(sum(storage_bytes), 0)::float8 FROM "public"."resource_daily"
        WHERE day = (SELECT max(day) FROM "public"."resource_daily")) AS "storageBytes",
      (SELECT count(*)::integer FROM "public"."tenants" WHERE status <> 'erased'
        AND created_at >= ${previousFromDay}::timestamp AT TIME ZONE 'UTC' AND created_at < ${fromDay}::timestamp AT TIME ZONE 'UTC') AS "createdBefore"`;
  return row ?? { statuses: [], plans: [], databaseBytes: 0, storageBytes: 0, createdBefore: 0 };
}
