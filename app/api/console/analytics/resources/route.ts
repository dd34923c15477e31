import { listResources } from '@/lib/features/analytics/list-resources';
import { resourcePageSchema, resourceQuery } from '@/lib/features/analytics/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'analytics.view',
  query: resourceQuery,
  response: resourcePageSchema,
  run: listResources,
});
