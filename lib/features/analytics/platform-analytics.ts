import 'server-only';
import { LRUCache } from 'lru-cache';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { dayInZone } from '@/lib/core/usage/zoned-days';
import { windowOf, type Window } from './rules';
import type { Analytics, AnalyticsPeriod } from './schema';
import { readActivity, readCreated, readDirectory, readTotals, type ActivityRow, type CreatedRow } from './store';

/**
 * How the platform grows and how much it is used, across all tenants. Figures only: which tenant did what stays out of it.
 * Read at most once in half a minute however many super-admins look.
 */
export async function platformAnalytics(
  ctx: ConsoleContext,
  period: AnalyticsPeriod,
  now = new Date(),
): Promise<Analytics> {
  requireConsolePermission(ctx, 'analytics.view');
  const today = dayInZone(now, 'UTC');
  const key = `${period} ${today}`;
  let running = recent.get(key);
  if (!running) {
    running = read(windowOf(period, today));
    recent.set(key, running);
    running.catch(() => recent.delete(key));
  }
  return running;
}

const recent = new LRUCache<string, Promise<Analytics>>({ max: 10, ttl: 30_000 });

/** For tests, which change the past within half a minute. */
export function forgetAnalytics(): void {
  recent.clear();
}

async function read(window: Window): Promise<Analytics> {
  const [created, activity, totals, directory] = await Promise.all([
    readCreated(window),
    readActivity(window),
    readTotals(window),
    readDirectory(window),
  ]);
  const { statuses, plans, databaseBytes, storageBytes, createdBefore } = directory;
  const before = sum(created.filter(({ at }) => at === ''));
  const during = sum(created.filter(({ at }) => at !== ''));
  return {
    step: window.step,
    fromDay: window.fromDay,
    toDay: window.toDay,
    totals: {
      tenants: { current: before + during, previous: before },
      created: { current: during, previous: createdBefore },
      activeTenants: { current: totals.activeTenants, previous: totals.previousActiveTenants },
      requests: { current: totals.requests, previous: totals.previousRequests },
      errors: { current: totals.errors, previous: totals.previousErrors },
      databaseBytes,
      storageBytes,
    },
    growth: growthOf(
      window,
      created,
      plans.map(({ key }) => key),
    ),
    activity: activityOf(window, activity),
    plans,
    statuses,
  };
}

/** Every point, with all tenants up to its end by the plan they have now. */
function growthOf(window: Window, rows: readonly CreatedRow[], plans: readonly string[]): Analytics['growth'] {
  const running = new Map(
    plans.map((key) => [key, sum(rows.filter(({ at, planKey }) => at === '' && planKey === key))]),
  );
  return window.points.map((at) => {
    const made = rows.filter((row) => row.at === at);
    for (const { planKey, created } of made) running.set(planKey, (running.get(planKey) ?? 0) + created);
    return { at, created: sum(made), byPlan: Object.fromEntries(running) };
  });
}

function activityOf(window: Window, rows: readonly ActivityRow[]): Analytics['activity'] {
  const byPoint = new Map(rows.map((row) => [row.at, row]));
  return window.points.map(
    (at) => byPoint.get(at) ?? { at, activeTenants: 0, activeMembers: 0, requests: 0, errors: 0 },
  );
}

function sum(rows: readonly CreatedRow[]): number {
  return rows.reduce((total, { created }) => total + created, 0);
}
