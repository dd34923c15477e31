import { z } from 'zod';
import { listPlans } from '@/lib/core/plans/list-plans';
import { planMatrixSchema } from '@/lib/core/plans/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'plans.view',
  query: z.object({}),
  response: planMatrixSchema,
  run: listPlans,
});
