import { z } from 'zod';
import { searchTenants } from '@/lib/features/tenants/search-tenants';
import { defineConsoleRoute } from '@/lib/http/define-route';

/** What the command menu finds besides pages. */
export const GET = defineConsoleRoute({
  permission: 'tenants.view',
  query: z.object({ q: z.string().max(200) }),
  response: z.object({ tenants: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string() })) }),
  run: async (ctx, { q }) => ({ tenants: await searchTenants(ctx, q) }),
});
