import { listTenants } from '@/lib/features/tenants/list-tenants';
import { tenantListQuerySchema, tenantPageSchema } from '@/lib/features/tenants/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'tenants.view',
  query: tenantListQuerySchema,
  response: tenantPageSchema,
  run: listTenants,
});
