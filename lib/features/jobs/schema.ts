import { z } from 'zod';

/** In the order in which somebody who looks for trouble wants them. */
export const jobStates = ['failed', 'retrying', 'running', 'waiting', 'scheduled'] as const;
export type JobState = (typeof jobStates)[number];

export const jobListQuerySchema = z.object({
  state: z.enum(jobStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).catch(1).default(1),
});
export type JobListQuery = z.output<typeof jobListQuerySchema>;

export const jobRowSchema = z.object({
  /** A bigint in the database. */
  id: z.string(),
  task: z.string(),
  state: z.enum(jobStates),
  tenant: z.object({ slug: z.string(), name: z.string() }).nullable(),
  attempts: z.number().int(),
  maxAttempts: z.number().int(),
  runAt: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  lastError: z.string().nullable(),
});
export type JobRow = z.infer<typeof jobRowSchema>;

export const jobListSchema = z.object({
  data: z.array(jobRowSchema),
  counts: z.record(z.enum(jobStates), z.number().int()),
  page: z.number().int(),
  pages: z.number().int(),
  workerAlive: z.boolean(),
});
export type JobList = z.infer<typeof jobListSchema>;

export const retryJobSchema = z.strictObject({ id: z.string().regex(/^\d{1,18}$/) });
