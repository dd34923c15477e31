import { listTenantsOfFlag } from '@/lib/core/flags/list-tenants-of-flag';
import { tenantsOfFlagQuery, tenantsOfFlagSchema } from '@/lib/core/flags/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'flags.view',
  query: tenantsOfFlagQuery,
  response: tenantsOfFlagSchema,
  run: listTenantsOfFlag,
});
