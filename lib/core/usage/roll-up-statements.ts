import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import { countLatency, latencyBounds, sumLatency } from './latency-columns';

// In all of these: `which` picks the events (as `e`) that make a bucket stale. The lateral subqueries can't be flattened, so each
// stale bucket is one range of the primary key, whatever the planner thinks of the rest. The margin around a day covers the odd
// clock change; the comparison beside it is what decides.

/** Per hour of the zone's clock, from the events. */
export function rollUpHours(tx: ConsoleTx, which: Prisma.Sql, zones: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH stale AS MATERIALIZED (
      SELECT DISTINCT e.tenant_id, z.zone, date_trunc('hour', e.at, z.zone) AS hour
      FROM "public"."usage_events" e JOIN ${zoneOfTenant(zones)} z ON z.tenant_id = e.tenant_id
      WHERE ${which})
    INSERT INTO "public"."usage_hourly" (tenant_id, hour, meter, surface, route, events, value, errors, duration_sum_ms, latency)
    SELECT s.tenant_id, s.hour, r.* FROM stale s CROSS JOIN LATERAL (
      SELECT e.meter, e.surface, e.route, count(*), sum(e.value), count(*) FILTER (WHERE e.status >= 500), coalesce(sum(e.duration_ms), 0), ${countLatency}
      FROM "public"."usage_events" e CROSS JOIN LATERAL (SELECT width_bucket(e.duration_ms, ${latencyBounds}) AS bucket) b
      WHERE e.tenant_id = s.tenant_id AND e.at >= s.hour AND e.at < s.hour + interval '1 hour' AND date_trunc('hour', e.at, s.zone) = s.hour
      GROUP BY e.meter, e.surface, e.route) r
    ON CONFLICT (tenant_id, hour, meter, surface, route) DO UPDATE SET
      events = excluded.events, value = excluded.value, errors = excluded.errors, duration_sum_ms = excluded.duration_sum_ms, latency = excluded.latency`;
}

/** Per day, from the hours: no hour lies in two days. */
export function rollUpDays(tx: ConsoleTx, which: Prisma.Sql, zones: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH stale AS MATERIALIZED (${staleDays(which, zones)})
    INSERT INTO "public"."usage_daily" (tenant_id, day, meter, surface, route, events, value, errors, duration_sum_ms, latency)
    SELECT s.tenant_id, s.day, r.* FROM stale s CROSS JOIN LATERAL (
      SELECT h.meter, h.surface, h.route, sum(h.events), sum(h.value), sum(h.errors), sum(h.duration_sum_ms), ${sumLatency}
      FROM "public"."usage_hourly" h
      WHERE h.tenant_id = s.tenant_id AND h.hour >= s.day::timestamp AT TIME ZONE s.zone - interval '3 hours'
        AND h.hour < (s.day + 1)::timestamp AT TIME ZONE s.zone + interval '3 hours' AND (h.hour AT TIME ZONE s.zone)::date = s.day
      GROUP BY h.meter, h.surface, h.route) r
    ON CONFLICT (tenant_id, day, meter, surface, route) DO UPDATE SET
      events = excluded.events, value = excluded.value, errors = excluded.errors, duration_sum_ms = excluded.duration_sum_ms, latency = excluded.latency`;
}

/** Who was active on which day, from the events of just those members (index usage_events_by_member). */
export function rollUpMemberDays(tx: ConsoleTx, which: Prisma.Sql, zones: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH stale AS MATERIALIZED (
      SELECT DISTINCT e.tenant_id, z.zone, e.member_id, (e.at AT TIME ZONE z.zone)::date AS day
      FROM "public"."usage_events" e JOIN ${zoneOfTenant(zones)} z ON z.tenant_id = e.tenant_id
      WHERE e.member_id IS NOT NULL AND e.meter = 'requests' AND ${which})
    INSERT INTO "public"."member_days" (tenant_id, day, member_id, requests)
    SELECT s.tenant_id, s.day, s.member_id, r.requests FROM stale s CROSS JOIN LATERAL (
      SELECT sum(e.value) AS requests FROM "public"."usage_events" e
      WHERE e.tenant_id = s.tenant_id AND e.member_id = s.member_id AND e.meter = 'requests'
        AND e.at >= s.day::timestamp AT TIME ZONE s.zone - interval '3 hours' AND e.at < (s.day + 1)::timestamp AT TIME ZONE s.zone + interval '3 hours'
        AND (e.at AT TIME ZONE s.zone)::date = s.day) r
    ON CONFLICT (tenant_id, day, member_id) DO UPDATE SET requests = excluded.requests`;
}

/** A tenant's whole day in one row, from the other roll-ups. */
export function rollUpTenantDays(tx: ConsoleTx, which: Prisma.Sql, zones: readonly string[]): Promise<number> {
  return tx.$executeRaw`
    WITH stale AS MATERIALIZED (${staleDays(which, zones)})
    INSERT INTO "public"."tenant_days" (tenant_id, day, requests, page_views, sign_ins, errors, duration_sum_ms, latency, active_members)
    SELECT s.tenant_id, s.day, r.*, (SELECT count(*) FROM "public"."member_days" m WHERE m.tenant_id = s.tenant_id AND m.day = s.day)
    FROM stale s CROSS JOIN LATERAL (
      SELECT ${valueOf('requests')}, ${valueOf('page_views')}, ${valueOf('sign_ins')},
        coalesce(sum(d.errors) FILTER (WHERE d.meter = 'requests'), 0), coalesce(sum(d.duration_sum_ms) FILTER (WHERE d.meter = 'requests'), 0), ${sumLatency}
      FROM (SELECT meter, value, errors, duration_sum_ms, CASE WHEN meter = 'requests' THEN latency ELSE '{}' END AS latency
            FROM "public"."usage_daily" WHERE tenant_id = s.tenant_id AND day = s.day) d) r
    ON CONFLICT (tenant_id, day) DO UPDATE SET
      requests = excluded.requests, page_views = excluded.page_views, sign_ins = excluded.sign_ins, errors = excluded.errors,
      duration_sum_ms = excluded.duration_sum_ms, latency = excluded.latency, active_members = excluded.active_members`;
}

function valueOf(meter: string): Prisma.Sql {
  return Prisma.sql`coalesce(sum(d.value) FILTER (WHERE d.meter = ${meter}), 0)`;
}

function staleDays(which: Prisma.Sql, zones: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT e.tenant_id, z.zone, (e.at AT TIME ZONE z.zone)::date AS day
    FROM "public"."usage_events" e JOIN ${zoneOfTenant(zones)} z ON z.tenant_id = e.tenant_id
    WHERE ${which}`;
}

function zoneOfTenant(zones: readonly string[]): Prisma.Sql {
  return Prisma.sql`(
    SELECT t.id AS tenant_id, CASE WHEN c.time_zone = ANY(${[...zones]}::text[]) THEN c.time_zone ELSE 'UTC' END AS zone
    FROM "public"."tenants" t LEFT JOIN "public"."tenant_settings" c ON c.tenant_id = t.id)`;
}
