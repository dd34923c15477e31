import { z } from 'zod';

export const surfaces = ['portal', 'site', 'api'] as const;
export type UsageSurface = (typeof surfaces)[number];

export const periodKeys = ['today', '7d', '30d', '90d', 'month', 'custom'] as const;
export type PeriodKey = (typeof periodKeys)[number];

const day = z.iso.date();

/** A choice of days, as it stands in the address. */
export const periodQuery = z.object({
  period: z.enum(periodKeys).default('30d'),
  from: day.optional(),
  to: day.optional(),
});
export type PeriodQuery = z.output<typeof periodQuery>;

/** For pages: an address that somebody typed wrong shows the usual period. */
export function readPeriodQuery(params: Record<string, string | string[] | undefined>): PeriodQuery {
  return periodQuery.safeParse(params).data ?? { period: '30d' };
}

/** Without `?`; empty for the usual period. */
export function writePeriodQuery({ period, from, to }: PeriodQuery): string {
  const params = new URLSearchParams();
  if (period !== '30d') params.set('period', period);
  if (period === 'custom' && from) params.set('from', from);
  if (period === 'custom' && to) params.set('to', to);
  return params.toString();
}

export const usageReports = ['traffic', 'routes', 'pages', 'detail'] as const;
export type UsageReport = (typeof usageReports)[number];
export const exportQuery = periodQuery.extend({ report: z.enum(usageReports).default('detail') });
export type ExportQuery = z.output<typeof exportQuery>;

const count = z.number().int();
const milliseconds = z.number().nullable();
const against = <T extends z.ZodType>(value: T) => z.object({ current: value, previous: value });
const span = z.object({ fromDay: day, toDay: day });

const point = z.object({
  /** The start of the hour or day. */
  at: z.iso.datetime(),
  /** Null in what is still to come. */
  requests: count.nullable(),
  pageViews: count.nullable(),
  errors: count.nullable(),
  p50Ms: milliseconds,
  p95Ms: milliseconds,
  /** Known per day only. */
  activeMembers: count.nullable(),
  /** The same point of the period before; null where that one had no such hour. */
  previousRequests: count.nullable(),
  previousPageViews: count.nullable(),
});
export type UsagePoint = z.output<typeof point>;

const routeRow = z.object({
  surface: z.string(),
  route: z.string(),
  requests: count,
  errors: count,
  p50Ms: milliseconds,
  p95Ms: milliseconds,
});

const pageRow = z.object({ surface: z.string(), route: z.string(), views: count });
export type PageRow = z.output<typeof pageRow>;

export const quotaKeys = ['members', 'hosts', 'requests', 'storage'] as const;
const quotaGauge = z.object({ key: z.enum(quotaKeys), used: count, limit: count.nullable() });
export type QuotaGauge = z.output<typeof quotaGauge>;

export const usageOverviewSchema = z.object({
  period: span.extend({ key: z.enum(periodKeys), timeZone: z.string(), step: z.enum(['hour', 'day']), previous: span }),
  /** The last day is not over, so it is held against the same time of the period before. */
  running: z.boolean(),
  /** How many days back may be looked at. */
  historyDays: count,
  /** Nothing has ever been counted here. */
  untouched: z.boolean(),
  totals: z.object({
    requests: against(count),
    pageViews: against(count),
    errors: against(count),
    /** Share of requests, 0 to 1; null without requests. */
    errorRate: against(z.number().nullable()),
    p50Ms: against(milliseconds),
    p95Ms: against(milliseconds),
    activeMembers: against(count),
  }),
  series: z.array(point),
  routes: z.array(routeRow),
  pages: z.array(pageRow),
  quotas: z.array(quotaGauge),
});
export type UsageOverview = z.output<typeof usageOverviewSchema>;
