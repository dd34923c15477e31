import { listAllDomains } from '@/lib/features/domains/console-domains';
import { consoleDomainsQuerySchema, consoleDomainsSchema } from '@/lib/features/domains/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'domains.view',
  query: consoleDomainsQuerySchema,
  response: consoleDomainsSchema,
  run: listAllDomains,
});
