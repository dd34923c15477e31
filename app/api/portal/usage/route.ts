import { periodQuery, usageOverviewSchema } from '@/lib/core/usage/schema';
import { usageOverview } from '@/lib/core/usage/usage-overview';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'usage.view',
  query: periodQuery,
  response: usageOverviewSchema,
  run: (ctx, query) => usageOverview(ctx, query),
});
