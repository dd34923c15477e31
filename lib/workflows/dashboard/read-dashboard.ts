import 'server-only';
import { can, requirePermission, type TenantContext } from '@/lib/core/access/context';
import { listEvents } from '@/lib/core/audit/list-events';
import { quotaLimit } from '@/lib/core/flags/snapshot';
import { usageOverview } from '@/lib/core/usage/usage-overview';
import { readMemberPlaces } from '@/lib/features/members/read-places';
import { hostOrigin } from '@/lib/platform/origins';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { Dashboard } from './schema';
import { setupSteps } from './setup-steps';

/** What is happening in the tenant, as far as this member may see it. */
export async function readDashboard(ctx: TenantContext): Promise<Dashboard> {
  requirePermission(ctx, 'dashboard.view');
  const [places, hosts, hostLimit, activity] = await Promise.all([
    readMemberPlaces(ctx),
    readHosts(ctx),
    quotaLimit(ctx, 'quota.hosts'),
    can(ctx, 'audit.view') ? recentActivity(ctx) : null,
  ]);
  // One after the other: each asks several things at once, and one page should not want the whole pool.
  const usage = can(ctx, 'usage.view') ? await readUsage(ctx) : null;
  const setup = await setupSteps(ctx);
  const quotas: Dashboard['quotas'] = [
    { key: 'members', used: places.active + places.invited, limit: places.limit },
    { key: 'hosts', used: hosts.length, limit: hostLimit },
  ];
  return {
    people: { active: places.active, invited: can(ctx, 'members.manage') ? places.invited : null },
    quotas: can(ctx, 'usage.view') ? quotas : [],
    hosts,
    activity,
    usage,
    setup,
  };
}

async function readHosts(ctx: TenantContext): Promise<Dashboard['hosts']> {
  const rows = await tenantDb(ctx).host.findMany({
    where: { status: 'active' },
    orderBy: [{ surface: 'asc' }, { isPrimary: 'desc' }, { host: 'asc' }],
    select: { host: true, surface: true, isPrimary: true },
  });
  return rows.map(({ host, surface, isPrimary }) => ({
    host,
    url: hostOrigin(host),
    surface: surface === 'site' ? 'site' : 'portal',
    isPrimary,
  }));
}

const shownEvents = 8;

async function recentActivity(ctx: TenantContext): Promise<Dashboard['activity']> {
  const { data } = await listEvents(ctx, { q: '', limit: shownEvents }, 'UTC');
  return data;
}

/** The last 30 days beside the 30 before. */
async function readUsage(ctx: TenantContext): Promise<Dashboard['usage']> {
  const { totals, series, untouched } = await usageOverview(ctx, { period: '30d' });
  if (untouched) return null;
  return {
    requests: { ...totals.requests, points: series.map((point) => point.requests) },
    activeMembers: { ...totals.activeMembers, points: series.map((point) => point.activeMembers) },
    errorRate: totals.errorRate,
  };
}
