import { insertUsageEvents } from '@/lib/core/usage/insert-events';
import type { TenantScope } from '@/lib/tenancy/context';
import type { DemoMember } from './demo-people';
import type { DemoTenant } from './demo-tenants';
import { generateUsageHistory } from './usage-history';

const dayMs = 86_400_000;

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
    // The day's own start, so that a second run the same day makes the same events.
    now: new Date(Math.floor(Date.now() / dayMs) * dayMs),
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
