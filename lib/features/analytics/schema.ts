import { z } from 'zod';

export const analyticsPeriods = ['30d', '90d', '12m'] as const;
export type AnalyticsPeriod = (typeof analyticsPeriods)[number];
export const analyticsQuery = z.object({ period: z.enum(analyticsPeriods).catch('30d') });

const count = z.number().int();
const against = z.object({ current: count, previous: count });

const shareRow = z.object({ key: z.string(), name: z.string(), tenants: count });

export const analyticsSchema = z.object({
  /** What a point covers. */
  step: z.enum(['day', 'month']),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  totals: z.object({
    tenants: against,
    created: against,
    activeTenants: against,
    requests: against,
    errors: against,
    databaseBytes: count,
    storageBytes: count,
  }),
  growth: z.array(z.object({ at: z.iso.date(), created: count, byPlan: z.record(z.string(), count) })),
  activity: z.array(
    z.object({ at: z.iso.date(), activeTenants: count, activeMembers: count, requests: count, errors: count }),
  ),
  plans: z.array(shareRow),
  statuses: z.array(shareRow.omit({ name: true })),
});
export type Analytics = z.output<typeof analyticsSchema>;

export const resourceSorts = ['name', 'requests', 'database', 'storage', 'members', 'hosts'] as const;
export type ResourceSort = (typeof resourceSorts)[number];

/** `sort=requests` ascending, `sort=-requests` descending; the busiest first when left out. */
export const resourceQuery = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .transform((value) => value?.trim() ?? ''),
  sort: z
    .string()
    .optional()
    .transform((value) => readSort(value ?? '-requests')),
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(25),
});
export type ResourceQuery = z.output<typeof resourceQuery>;

function readSort(value: string): { by: ResourceSort; descending: boolean } {
  const by = resourceSorts.find((sort) => sort === value.replace(/^-/, ''));
  return by ? { by, descending: value.startsWith('-') } : { by: 'requests', descending: true };
}

const resourceRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  status: z.string(),
  planName: z.string(),
  /** Null until the tenant was measured for the first time. */
  measured: z
    .object({ databaseBytes: count, storageBytes: count, members: count, hosts: count, requests30d: count })
    .nullable(),
});
export type ResourceRow = z.output<typeof resourceRow>;

export const resourcePageSchema = z.object({
  data: z.array(resourceRow),
  nextCursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  total: count,
  /** When the figures were taken; null when never. */
  measuredAt: z.iso.datetime().nullable(),
});
export type ResourcePage = z.output<typeof resourcePageSchema>;
