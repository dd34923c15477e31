import { insertUsageEvents } from '@/lib/core/usage/insert-events';
import type { TenantScope } from '@/lib/tenancy/context';
import type { DemoMember } from './demo-people';
import type { DemoTenant } from './demo-tenants';
import { generateUsageHistory } from './usage-history';

const hourMs = 3_600_000;

/** Ninety days of traffic with one bad day, three weeks ago. Inserted twice it counts once. */
export async function addDemoUsage(
  scope: TenantScope,
  tenant: DemoTenant,
  members: readonly DemoMember[],
  days: number,
): Promise<void> {
  const history = generateUsageHistory({
    timeZone: tenant.timeZone,
    days,
    // Up to the hour, so that today's charts have begun.
    now: new Date(Math.floor(Date.now() / hourMs) * hourMs),
    memberIds: members.map((member) => member.id),
    sitePages: tenant.pages.filter((page) => !page.draft && page.slug !== 'home').map((page) => `/${page.slug}`),
    requestsPerDay: tenant.dailyRequests,
    growth: 0.6,
    weekendShare: 0.18,
    badDay: { daysAgo: 19, fromHour: 9, hours: 4, errorShare: 0.31, slowdown: 7 },
    seed: tenant.slug,
  });
  for (const events of history) await insertUsageEvents(scope, events);
}
