import 'server-only';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { sumLatency } from './latency-columns';
import type { PageRow } from './schema';
import type { Day } from './zoned-days';

/** What was counted in an hour, a day or a period. */
export interface Figures {
  requests: number;
  pageViews: number;
  errors: number;
  latency: readonly number[];
}

export interface DayFigures extends Figures {
  day: Day;
  activeMembers: number;
}

export interface HourFigures extends Figures {
  hour: Date;
}

export async function readDays(scope: TenantScope, fromDay: Day, toDay: Day): Promise<DayFigures[]> {
  const rows = await tenantDb(scope).tenantDay.findMany({
    where: { day: { gte: new Date(fromDay), lte: new Date(toDay) } },
    select: { day: true, requests: true, pageViews: true, errors: true, latency: true, activeMembers: true },
  });
  return rows.map(({ day, requests, pageViews, errors, latency, activeMembers }) => ({
    day: day.toISOString().slice(0, 10),
    requests: Number(requests),
    pageViews: Number(pageViews),
    errors: Number(errors),
    latency,
    activeMembers,
  }));
}

export function readHours(scope: TenantScope, from: Date, to: Date): Promise<HourFigures[]> {
  return tenantDb(scope).$queryRaw<HourFigures[]>`
    SELECT hour, coalesce(sum(value) FILTER (WHERE meter = 'requests'), 0)::float8 AS requests,
      coalesce(sum(value) FILTER (WHERE meter = 'page_views'), 0)::float8 AS "pageViews",
      coalesce(sum(errors) FILTER (WHERE meter = 'requests'), 0)::float8 AS errors, ${sumLatency} AS latency
    FROM "public"."usage_hourly"
    WHERE tenant_id = ${scope.tenantId}::uuid AND hour >= ${from}::timestamptz AND hour < ${to}::timestamptz AND meter IN ('requests', 'page_views')
    GROUP BY hour`;
}

export interface RouteFigures {
  surface: string;
  route: string;
  requests: number;
  errors: number;
  latency: readonly number[];
}

export function readRoutes(scope: TenantScope, fromDay: Day, toDay: Day, limit: number): Promise<RouteFigures[]> {
  return tenantDb(scope).$queryRaw<RouteFigures[]>`
    SELECT surface, route, sum(value)::float8 AS requests, sum(errors)::float8 AS errors, ${sumLatency} AS latency
    FROM "public"."usage_daily"
    WHERE tenant_id = ${scope.tenantId}::uuid AND day BETWEEN ${fromDay}::date AND ${toDay}::date AND meter = 'requests'
    GROUP BY surface, route ORDER BY sum(value) DESC, surface, route LIMIT ${limit}::integer`;
}

export function readPages(scope: TenantScope, fromDay: Day, toDay: Day, limit: number): Promise<PageRow[]> {
  return tenantDb(scope).$queryRaw<PageRow[]>`
    SELECT surface, route, sum(value)::float8 AS views
    FROM "public"."usage_daily"
    WHERE tenant_id = ${scope.tenantId}::uuid AND day BETWEEN ${fromDay}::date AND ${toDay}::date AND meter = 'page_views'
    GROUP BY surface, route ORDER BY sum(value) DESC, surface, route LIMIT ${limit}::integer`;
}

/** Different members who did something in each of two spans. */
export async function countActiveMembers(
  scope: TenantScope,
  current: { fromDay: Day; toDay: Day },
  previous: { fromDay: Day; toDay: Day },
): Promise<{ current: number; previous: number }> {
  const [row] = await tenantDb(scope).$queryRaw<{ current: number; previous: number }[]>`
    SELECT count(DISTINCT member_id) FILTER (WHERE day >= ${current.fromDay}::date)::integer AS current,
      count(DISTINCT member_id) FILTER (WHERE day <= ${previous.toDay}::date)::integer AS previous
    FROM "public"."member_days"
    WHERE tenant_id = ${scope.tenantId}::uuid AND day BETWEEN ${previous.fromDay}::date AND ${current.toDay}::date`;
  return row ?? { current: 0, previous: 0 };
}

/** Whether anything was ever rolled up. */
export async function hasHistory(scope: TenantScope): Promise<boolean> {
  return (await tenantDb(scope).tenantDay.findFirst({ select: { day: true } })) !== null;
}

export interface DetailRow {
  day: Day;
  meter: string;
  surface: string;
  route: string;
  value: number;
  errors: number;
  latency: readonly number[];
}

/** A page of the daily roll-up in the order of its key, after a given row. */
export async function readDetail(
  scope: TenantScope,
  fromDay: Day,
  toDay: Day,
  after: DetailRow | null,
  limit: number,
): Promise<DetailRow[]> {
  const place = after ?? { day: fromDay, meter: '', surface: '', route: '' };
  return tenantDb(scope).$queryRaw<DetailRow[]>`
    SELECT day::text, meter, surface, route, value::float8 AS value, errors::float8 AS errors, latency
    FROM "public"."usage_daily"
    WHERE tenant_id = ${scope.tenantId}::uuid AND day <= ${toDay}::date
      AND (day, meter, surface, route) > (${place.day}::date, ${place.meter}, ${place.surface}, ${place.route})
    ORDER BY day, meter, surface, route LIMIT ${limit}::integer`;
}
