import { z } from 'zod';
import { listTenantEvents } from '@/lib/core/audit/list-events';
import { auditPageSchema, auditQuerySchema } from '@/lib/core/audit/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';
import { consoleDisplay } from '@/lib/http/language';

export const GET = defineConsoleRoute({
  permission: 'audit.view',
  query: auditQuerySchema.extend({ id: z.uuid() }),
  response: auditPageSchema,
  run: async (ctx, { id, ...query }) => listTenantEvents(ctx, id, query, (await consoleDisplay()).timeZone),
});
