import { z } from 'zod';
import { readLatestRun } from '@/lib/features/canary/read-runs';
import { latestRunSchema } from '@/lib/features/canary/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'health.view',
  query: z.object({}),
  response: latestRunSchema,
  run: readLatestRun,
});
