import 'server-only';
import { can, requirePermission, type TenantContext } from '@/lib/core/access/context';
import { listEvents } from '@/lib/core/audit/list-events';
import { isEnabled, quotaLimit } from '@/lib/core/flags/snapshot';
import { usageTrend } from '@/lib/core/usage/usage-trend';
import { liveAnnouncements } from '@/lib/features/site/live-site';
import { hostOrigin } from '@/lib/platform/origins';
import type { Dashboard } from './schema';
import { setupSteps } from './setup-steps';
import { readState } from './store';

/** What is happening in the tenant, as far as this member may see it. */
export async function readDashboard(ctx: TenantContext): Promise<Dashboard> {
  requirePermission(ctx, 'dashboard.view');
  const seesUsage = can(ctx, 'usage.view');
  const [announcements, state, memberLimit, hostLimit, activity, usage] = await Promise.all([
    announced(ctx),
    readState(ctx),
    quotaLimit(ctx, 'quota.members'),
    quotaLimit(ctx, 'quota.hosts'),
    can(ctx, 'audit.view') ? recentActivity(ctx) : null,
    seesUsage ? usageTrend(ctx) : null,
  ]);
  const { active, invited, addresses, hosts } = state;
  const quotas: Dashboard['quotas'] = [
    { key: 'members', used: active + invited, limit: memberLimit },
    { key: 'hosts', used: addresses, limit: hostLimit },
  ];
  return {
    announcements,
    people: { active, invited: can(ctx, 'members.manage') ? invited : null },
    quotas: seesUsage ? quotas : [],
    hosts: hosts.map(({ host, surface, isPrimary }) => ({ host, url: hostOrigin(host), surface, isPrimary })),
    activity,
    usage,
    setup: await setupSteps(ctx, state),
  };
}

/** Written in the part of the site, so it is there while that is. */
async function announced(ctx: TenantContext): Promise<Dashboard['announcements']> {
  if (!(await isEnabled(ctx, 'site.pages'))) return [];
  const announcements = await liveAnnouncements(ctx, 'portal');
  return announcements.map(({ id, text, tone, linkUrl, linkLabel, updatedAt }) => ({
    key: `${id}-${new Date(updatedAt).getTime().toString(36)}`,
    ...{ text, tone },
    link: linkUrl === '' ? null : { href: linkUrl, label: linkLabel },
  }));
}

const shownEvents = 8;

async function recentActivity(ctx: TenantContext): Promise<Dashboard['activity']> {
  const { data } = await listEvents(ctx, { q: '', limit: shownEvents }, 'UTC');
  return data;
}
