import { listEvents } from '@/lib/core/audit/list-events';
import { auditPageSchema, auditQuerySchema } from '@/lib/core/audit/schema';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'audit.view',
  query: auditQuerySchema,
  response: auditPageSchema,
  run: async (ctx, query) => listEvents(ctx, query, (await tenantSettings(ctx)).timeZone),
});
