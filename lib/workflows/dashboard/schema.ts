import { z } from 'zod';
import { auditEventSchema } from '@/lib/core/audit/schema';
import { announcementTones } from '@/lib/features/site/schema';

const count = z.number().int();
const against = <S extends z.ZodType>(value: S) => z.object({ current: value, previous: value });

export const setupKeys = ['logo', 'brand', 'timeZone', 'member', 'page', 'billing'] as const;
const setupStepSchema = z.object({ key: z.enum(setupKeys), done: z.boolean(), href: z.string() });
export type SetupStep = z.output<typeof setupStepSchema>;

/** What a member sees on arriving. Null is what the role may not see: it does not travel to the browser. */
export const dashboardSchema = z.object({
  /** What the tenant tells its members now, newest first. The key is another once the words are. */
  announcements: z.array(
    z.object({
      key: z.string(),
      text: z.string(),
      tone: z.enum(announcementTones),
      link: z.object({ href: z.string(), label: z.string() }).nullable(),
    }),
  ),
  people: z.object({ active: count, invited: count.nullable() }),
  /** Null: no limit. Left out where the role has no business with the plan. */
  quotas: z.array(z.object({ key: z.enum(['members', 'hosts']), used: count, limit: count.nullable() })),
  hosts: z.array(
    z.object({ host: z.string(), url: z.string(), surface: z.enum(['portal', 'site']), isPrimary: z.boolean() }),
  ),
  activity: z.array(auditEventSchema).nullable(),
  usage: z
    .object({
      requests: against(count).extend({ points: z.array(count.nullable()) }),
      activeMembers: against(count).extend({ points: z.array(count.nullable()) }),
      errorRate: against(z.number().nullable()),
    })
    .nullable(),
  /** Empty once everything is done, or where the role may do none of it. */
  setup: z.array(setupStepSchema),
});
export type Dashboard = z.output<typeof dashboardSchema>;
