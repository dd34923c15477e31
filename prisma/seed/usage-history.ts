import type { UsageEvent } from '@/lib/core/usage/insert-events';
import { addDays, dayInZone, startOfDay } from '@/lib/core/usage/zoned-days';
import { chance, pickWeighted, scatter } from './chance';
import { randomFrom, type Random } from './random';

export interface UsageHistory {
  timeZone: string;
  /** How many days back from `now`; today is filled up to `now`. */
  days: number;
  now: Date;
  /** Who uses the portal; the first ones more than the last ones. */
  memberIds: readonly string[];
  /** Pages of the site besides its front page, such as `/about`; the first ones are read more. */
  sitePages: readonly string[];
  /** Requests on a usual working day at the end of the history. */
  requestsPerDay: number;
  /** How much the traffic grew from the first day to the last: 0.5 is half as much again. */
  growth: number;
  /** Traffic of a Saturday or Sunday against a working day's. */
  weekendShare: number;
  /** A day on which something was broken for some hours. */
  badDay?: { daysAgo: number; fromHour: number; hours: number; errorShare: number; slowdown: number };
  /** The same seed gives the same history, ids included: inserted twice it counts once. */
  seed: string;
}

/**
 * What a tenant's people and visitors did, day by day, as events for `insertUsageEvents`: visits with a sign-in and a walk through
 * pages, in a working day's rhythm, with quiet weekends, growth and a bad day.
 */
export function* generateUsageHistory(history: UsageHistory): Generator<UsageEvent[]> {
  const today = dayInZone(history.now, history.timeZone);
  const course = { ...history, badDay: history.badDay && onWorkingDay(history.badDay, today) };
  for (let daysAgo = history.days - 1; daysAgo >= 0; daysAgo--) {
    const date = addDays(today, -daysAgo);
    const end = Math.min(history.now.getTime() + 1, startOfDay(addDays(date, 1), history.timeZone).getTime());
    const events = eventsOfDay(course, daysAgo, startOfDay(date, history.timeZone));
    // A visit that goes on past midnight is broken off there.
    yield events.filter(({ at }) => at.getTime() < end);
  }
}

/** On a weekend hardly anybody would have noticed: the Friday before instead. */
function onWorkingDay<Bad extends { daysAgo: number }>(bad: Bad, today: string): Bad {
  const weekday = new Date(addDays(today, -bad.daysAgo)).getUTCDay();
  return { ...bad, daysAgo: bad.daysAgo + (weekday === 6 ? 1 : weekday === 0 ? 2 : 0) };
}

interface Day {
  history: UsageHistory;
  random: Random;
  daysAgo: number;
  start: Date;
  events: UsageEvent[];
  requests: number;
  signedIn: Set<string>;
}

function eventsOfDay(history: UsageHistory, daysAgo: number, start: Date): UsageEvent[] {
  // One course per day: what happened on Tuesday does not change because the history got longer.
  const random = randomFrom(`${history.seed} ${start.toISOString().slice(0, 10)}`);
  const day: Day = { history, random, daysAgo, start, events: [], requests: 0, signedIn: new Set() };
  const wanted = requestsOfDay(day);
  while (day.requests < wanted) {
    if (history.memberIds.length > 0 && chance(random, portalShare)) memberVisit(day);
    else siteVisit(day);
  }
  return day.events;
}

const portalShare = 0.62;

function requestsOfDay({ history, random, daysAgo, start }: Day): number {
  const progress = history.days > 1 ? 1 - daysAgo / (history.days - 1) : 1;
  const grown = (1 + history.growth * progress) / (1 + history.growth);
  const weekday = new Date(start.getTime() + 12 * 3_600_000).getUTCDay();
  // Mondays are busy, Fridays end early.
  const rhythm = [history.weekendShare, 1.08, 1.04, 1.02, 1, 0.84, history.weekendShare * 0.9][weekday] ?? 1;
  return Math.round(history.requestsPerDay * grown * rhythm * Math.max(0.6, 1 + 0.07 * scatter(random)));
}

/** Work begins at eight, pauses at noon, and few stay late. */
const workingHours = [1, 1, 0, 0, 0, 1, 3, 10, 32, 52, 58, 50, 30, 42, 54, 50, 40, 24, 12, 7, 6, 5, 3, 2];
/** Visitors of a public page come in the evening too. */
const visitingHours = [6, 4, 3, 2, 2, 3, 6, 12, 22, 30, 34, 34, 32, 32, 33, 33, 32, 31, 30, 32, 34, 30, 20, 11];

const portalPages = [
  ['/', 30],
  ['/members', 18],
  ['/usage', 14],
  ['/audit', 9],
  ['/branding', 6],
  ['/features', 6],
  ['/site', 7],
  ['/settings', 6],
  ['/account', 4],
] as const;

function memberVisit(day: Day): void {
  const { random, history } = day;
  const memberId = pickWeighted(
    random,
    history.memberIds.map((id, index) => [id, 1 / (index + 2)] as const),
  );
  let at = timeOfDay(day, workingHours);
  if (!day.signedIn.has(memberId) && chance(random, 0.7)) {
    view(day, at, { surface: 'portal', route: '/sign-in', memberId: null, typicalMs: 38 });
    at = later(day, at, 14);
    push(day, at, { meter: 'sign_ins', surface: 'portal', route: '', memberId });
  }
  day.signedIn.add(memberId);
  for (let steps = 1 + Math.floor(random.next() * 7); steps > 0; steps--) {
    const route = pickWeighted(random, portalPages);
    view(day, at, {
      surface: 'portal',
      route,
      memberId,
      typicalMs: route === '/usage' || route === '/audit' ? 74 : 46,
    });
    const reads = route === '/usage' ? 4 : route === '/members' || route === '/audit' ? 1 : 0;
    for (let read = 0; read < reads; read++) {
      at = later(day, at, 15);
      request(day, at, { surface: 'api', route: `/api/portal${route}`, memberId, typicalMs: 29 });
    }
    at = later(day, at, 40);
  }
}

function siteVisit(day: Day): void {
  const { random, history } = day;
  let at = timeOfDay(day, visitingHours);
  const pages = history.sitePages.map((page, index) => [page, 3 / (index + 1)] as const);
  const steps = 1 + Math.floor(random.next() * 3);
  for (let step = 0; step < steps; step++) {
    const route = step === 0 && chance(random, 0.6) ? '/' : pickWeighted(random, [['/', 2], ...pages]);
    view(day, at, { surface: 'site', route, memberId: null, typicalMs: 16 });
    at = later(day, at, 30);
  }
  // Crawlers and old links.
  if (chance(random, 0.06))
    request(day, at, { surface: 'site', route: 'other', memberId: null, typicalMs: 12, status: 404 });
}

interface Visit {
  surface: string;
  route: string;
  memberId: string | null;
  typicalMs: number;
  status?: number;
}

function view(day: Day, at: Date, visit: Visit): void {
  const { status } = request(day, at, visit);
  if (status === 200)
    push(day, at, { meter: 'page_views', surface: visit.surface, route: visit.route, memberId: visit.memberId });
}

function request(day: Day, at: Date, { typicalMs, status, ...rest }: Visit): UsageEvent {
  const { random, history } = day;
  const broken = isBroken(history, day, at);
  const slowdown = broken ? (history.badDay?.slowdown ?? 1) : 1;
  const failed = chance(random, broken ? (history.badDay?.errorShare ?? 0) : 0.0015);
  const tail = chance(random, 0.012) ? 3 + 5 * random.next() : 1;
  day.requests += 1;
  const durationMs = Math.max(2, Math.round(typicalMs * slowdown * tail * Math.exp(0.42 * scatter(random))));
  return push(day, at, {
    ...rest,
    meter: 'requests',
    status: failed
      ? pickWeighted(random, [
          [500, 6],
          [503, 3],
          [502, 1],
        ])
      : (status ?? 200),
    durationMs,
  });
}

function isBroken({ badDay }: UsageHistory, { daysAgo, start }: Day, at: Date): boolean {
  if (badDay?.daysAgo !== daysAgo) return false;
  const hour = (at.getTime() - start.getTime()) / 3_600_000;
  return hour >= badDay.fromHour && hour < badDay.fromHour + badDay.hours;
}

function push(
  day: Day,
  at: Date,
  fact: Pick<UsageEvent, 'meter' | 'surface' | 'route' | 'memberId'> & Partial<UsageEvent>,
): UsageEvent {
  const event: UsageEvent = { value: 1, status: null, durationMs: null, ...fact, at, id: day.random.idAt(at) };
  day.events.push(event);
  return event;
}

function timeOfDay({ random, start }: Day, weights: readonly number[]): Date {
  const hour = pickWeighted(
    random,
    weights.map((weight, index) => [index, weight] as const),
  );
  return new Date(start.getTime() + Math.floor((hour + random.next()) * 3_600_000));
}

function later({ random }: Day, at: Date, seconds: number): Date {
  return new Date(at.getTime() + Math.round(seconds * 1_000 * (0.3 + 1.7 * random.next())));
}
