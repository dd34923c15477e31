import { listPlatformEvents } from '@/lib/features/platform-audit/list-platform-events';
import { platformAuditPageSchema, platformAuditQuerySchema } from '@/lib/features/platform-audit/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';
import { consoleDisplay } from '@/lib/http/language';

export const GET = defineConsoleRoute({
  permission: 'audit.view',
  query: platformAuditQuerySchema,
  response: platformAuditPageSchema,
  run: async (ctx, query) => listPlatformEvents(ctx, query, (await consoleDisplay()).timeZone),
});
