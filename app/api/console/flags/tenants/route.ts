import { searchTenants } from '@/lib/core/flags/search-tenants';
import { tenantSearchQuery, tenantSearchSchema } from '@/lib/core/flags/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'flags.view',
  query: tenantSearchQuery,
  response: tenantSearchSchema,
  run: async (ctx, { q }) => ({ data: await searchTenants(ctx, q) }),
});
