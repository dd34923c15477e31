import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordEvent } from '@/lib/core/audit/record-event';
import { requireFeature } from '@/lib/core/flags/snapshot';
import { csvLine } from '@/lib/platform/csv';
import { streamLines } from '@/lib/platform/stream-lines';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { Period } from './period';
import { percentile } from './rules';
import type { ExportQuery, PeriodQuery, UsageOverview, UsageReport } from './schema';
import { readDetail, readPages, readRoutes, type DetailRow } from './store';
import { openPeriod, toRouteRow, usageOverview } from './usage-overview';

/**
 * A report as a CSV file, streamed. That it was taken is written down before the first line leaves. Where the plan has no export, the
 * answer is that of an address that does not exist.
 * @throws AppError not_found, forbidden
 */
export async function exportUsage(
  ctx: TenantContext,
  { report, ...query }: ExportQuery,
  now = new Date(),
): Promise<Response> {
  await requireFeature(ctx, 'usage.export');
  requirePermission(ctx, 'usage.export');
  const { period } = await openPeriod(ctx, query, now);
  const { fromDay, toDay } = period;
  await tenantDb(ctx).$transaction((tx) =>
    recordEvent(
      tx,
      ctx,
      'usage.exported',
      { type: 'usage', label: report },
      changesBetween({}, { report, from: fromDay, to: toDay }),
    ),
  );
  return new Response(streamLines(linesOf[report](ctx, query, period, now)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="usage-${report}-${ctx.slug}-${fromDay}-${toDay}.csv"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

type Lines = (ctx: TenantContext, query: PeriodQuery, period: Period, now: Date) => AsyncGenerator<string>;

const linesOf: Record<UsageReport, Lines> = { traffic, routes, pages, detail };

async function* traffic(ctx: TenantContext, query: PeriodQuery, period: Period, now: Date): AsyncGenerator<string> {
  const { series } = await usageOverview(ctx, query, now);
  yield csvLine([
    'from',
    'requests',
    'page_views',
    'errors',
    'p50_ms',
    'p95_ms',
    'active_members',
    'requests_before',
    'page_views_before',
  ]);
  for (const point of series) yield csvLine(trafficCells(point, period));
}

function trafficCells(point: UsageOverview['series'][number], { timeZone, step }: Period) {
  const { requests, pageViews, errors, p50Ms, p95Ms, activeMembers, previousRequests, previousPageViews } = point;
  return [
    localTime(point.at, timeZone, step),
    requests,
    pageViews,
    errors,
    rounded(p50Ms),
    rounded(p95Ms),
    activeMembers,
    previousRequests,
    previousPageViews,
  ];
}

async function* routes(ctx: TenantContext, _query: PeriodQuery, { fromDay, toDay }: Period): AsyncGenerator<string> {
  yield csvLine(['surface', 'route', 'requests', 'errors', 'p50_ms', 'p95_ms']);
  for (const row of (await readRoutes(ctx, fromDay, toDay, mostRows)).map(toRouteRow)) {
    yield csvLine([row.surface, row.route, row.requests, row.errors, rounded(row.p50Ms), rounded(row.p95Ms)]);
  }
}

async function* pages(ctx: TenantContext, _query: PeriodQuery, { fromDay, toDay }: Period): AsyncGenerator<string> {
  yield csvLine(['surface', 'page', 'views']);
  for (const { surface, route, views } of await readPages(ctx, fromDay, toDay, mostRows))
    yield csvLine([surface, route, views]);
}

/** Every meter, surface and route by day: as much as there is, a page at a time. */
async function* detail(ctx: TenantContext, _query: PeriodQuery, { fromDay, toDay }: Period): AsyncGenerator<string> {
  yield csvLine(['day', 'meter', 'surface', 'route', 'value', 'errors', 'p50_ms', 'p95_ms']);
  let last: DetailRow | null = null;
  do {
    const rows: DetailRow[] = await readDetail(ctx, fromDay, toDay, last, mostRows);
    if (rows.length > 0) yield rows.map(detailLine).join('');
    last = rows.length === mostRows ? (rows.at(-1) ?? null) : null;
  } while (last);
}

function detailLine({ day, meter, surface, route, value, errors, latency }: DetailRow): string {
  return csvLine([
    day,
    meter,
    surface,
    route,
    value,
    errors,
    rounded(percentile(latency, 0.5)),
    rounded(percentile(latency, 0.95)),
  ]);
}

const mostRows = 1_000;

function rounded(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms);
}

/** As it reads on the tenant's clock: `2026-03-29`, or `2026-03-29 14:00`. */
function localTime(at: string, timeZone: string, step: 'hour' | 'day'): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(at),
  );
  return step === 'day' ? text.slice(0, 10) : text;
}
