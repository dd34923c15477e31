import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import type { TenantScope } from '@/lib/tenancy/context';
import { flagValue } from '@/lib/core/flags/snapshot';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { resolvePeriod, type Period } from './period';
import { quotaGauges } from './quota-gauges';
import { percentile } from './rules';
import type { PeriodQuery, UsageOverview } from './schema';
import {
  countActiveMembers,
  hasHistory,
  readDays,
  readHours,
  readPages,
  readRoutes,
  type DayFigures,
  type RouteFigures,
} from './store';
import { daySeries, hourSeries, sumFigures, totalsOf } from './summarise';
import { dayInZone, endOfDay, startOfHour } from './zoned-days';

/** The tenant's use of a period beside the period before. Reads roll-ups only, so it costs the same however many events there are. */
export async function usageOverview(ctx: TenantContext, query: PeriodQuery, now = new Date()): Promise<UsageOverview> {
  requirePermission(ctx, 'usage.view');
  const { period, historyDays } = await openPeriod(ctx, query, now);
  const { previous, fromDay, toDay, timeZone } = period;
  const [days, hours, activeMembers, routes, pages, quotas, touched] = await Promise.all([
    readDays(ctx, previous.fromDay, toDay),
    period.step === 'hour' ? readHours(ctx, previous.from, period.to) : [],
    countActiveMembers(ctx, period, previous),
    readRoutes(ctx, fromDay, toDay, longestList),
    readPages(ctx, fromDay, toDay, longestList),
    quotaGauges(ctx, dayInZone(now, timeZone)),
    hasHistory(ctx),
  ]);
  return {
    period: describe(period),
    running: toDay === dayInZone(now, timeZone),
    historyDays,
    untouched: !touched,
    totals: await periodTotals(ctx, period, days, activeMembers),
    series: period.step === 'hour' ? hourSeries(period, hours) : daySeries(period, days),
    routes: routes.map(toRouteRow),
    pages,
    quotas,
  };
}

/** @param days those of the period and of the one before */
export async function periodTotals(
  scope: TenantScope,
  { fromDay, previous, timeZone }: Period,
  days: readonly DayFigures[],
  activeMembers: UsageOverview['totals']['activeMembers'],
): Promise<UsageOverview['totals']> {
  const tail = await readHours(scope, nearestHour(previous.to, timeZone), endOfDay(previous.toDay, timeZone));
  return totalsOf(
    sumFigures(days.filter(({ day }) => day >= fromDay)),
    sumFigures(days.filter(({ day }) => day < fromDay)),
    sumFigures(tail),
    activeMembers,
  );
}

/** The days in question, in the tenant's zone and as far back as its plan reaches. */
export async function openPeriod(
  scope: TenantScope,
  query: PeriodQuery,
  now: Date,
): Promise<{ period: Period; historyDays: number }> {
  const [{ timeZone }, history] = await Promise.all([tenantSettings(scope), flagValue(scope, 'usage.history_days')]);
  const historyDays = typeof history === 'number' && history > 0 ? Math.floor(history) : 30;
  return { period: resolvePeriod(query, timeZone, now, historyDays), historyDays };
}

const longestList = 10;

export function toRouteRow({
  surface,
  route,
  requests,
  errors,
  latency,
}: RouteFigures): UsageOverview['routes'][number] {
  return { surface, route, requests, errors, p50Ms: percentile(latency, 0.5), p95Ms: percentile(latency, 0.95) };
}

/** Roll-ups know whole hours; the running one is counted with the side that has more of it. */
function nearestHour(at: Date, timeZone: string): Date {
  return startOfHour(new Date(at.getTime() + 30 * 60_000), timeZone);
}

function describe({ key, timeZone, step, fromDay, toDay, previous }: Period): UsageOverview['period'] {
  return { key, timeZone, step, fromDay, toDay, previous: { fromDay: previous.fromDay, toDay: previous.toDay } };
}
