import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { countActiveMembers, hasHistory, readDays } from './store';
import { daySeries } from './summarise';
import { openPeriod, periodTotals } from './usage-overview';

/** The last 30 days beside the 30 before, at a glance. */
export interface UsageTrend {
  requests: { current: number; previous: number; points: (number | null)[] };
  activeMembers: { current: number; previous: number; points: (number | null)[] };
  errorRate: { current: number | null; previous: number | null };
}

/** Null where nothing was ever counted. At most 15 s old: the roll-ups beneath move once a minute. */
export async function usageTrend(ctx: TenantContext): Promise<UsageTrend | null> {
  requirePermission(ctx, 'usage.view');
  return (await trends.get(ctx)).trend;
}

const trends = tenantCache<{ trend: UsageTrend | null }>({
  max: 2_000,
  ttlMs: 15_000,
  changes: ['settings', 'flags', 'plans', 'tenant'],
  load: async (scope) => ({ trend: (await hasHistory(scope)) ? await readTrend(scope) : null }),
});

async function readTrend(scope: TenantScope): Promise<UsageTrend> {
  const { period } = await openPeriod(scope, { period: '30d' }, new Date());
  const { previous, toDay } = period;
  const [days, activeMembers] = await Promise.all([
    readDays(scope, previous.fromDay, toDay),
    countActiveMembers(scope, period, previous),
  ]);
  const totals = await periodTotals(scope, period, days, activeMembers);
  const series = daySeries(period, days);
  return {
    requests: { ...totals.requests, points: series.map((point) => point.requests) },
    activeMembers: { ...totals.activeMembers, points: series.map((point) => point.activeMembers) },
    errorRate: totals.errorRate,
  };
}
