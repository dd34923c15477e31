import { listJobs } from '@/lib/features/jobs/list-jobs';
import { jobListQuerySchema, jobListSchema } from '@/lib/features/jobs/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'jobs.view',
  query: jobListQuerySchema,
  response: jobListSchema,
  run: listJobs,
});
