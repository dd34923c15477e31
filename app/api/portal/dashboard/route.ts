import { z } from 'zod';
import { defineMemberRoute } from '@/lib/http/define-route';
import { readDashboard } from '@/lib/workflows/dashboard/read-dashboard';
import { dashboardSchema } from '@/lib/workflows/dashboard/schema';

export const GET = defineMemberRoute({
  permission: 'dashboard.view',
  query: z.object({}),
  response: dashboardSchema,
  run: (ctx) => readDashboard(ctx),
});
