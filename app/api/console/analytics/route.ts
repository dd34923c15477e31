import { platformAnalytics } from '@/lib/features/analytics/platform-analytics';
import { analyticsQuery, analyticsSchema } from '@/lib/features/analytics/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'analytics.view',
  query: analyticsQuery,
  response: analyticsSchema,
  run: (ctx, { period }) => platformAnalytics(ctx, period),
});
