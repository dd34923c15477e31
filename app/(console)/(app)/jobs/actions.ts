'use server';

import { retryJob } from '@/lib/features/jobs/retry-job';
import { retryJobSchema } from '@/lib/features/jobs/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const retryJobAction = defineConsoleAction({
  permission: 'jobs.manage',
  input: retryJobSchema,
  run: (ctx, { id }) => retryJob(ctx, id),
});
