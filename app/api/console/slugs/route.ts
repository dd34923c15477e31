import { defineConsoleRoute } from '@/lib/http/define-route';
import { checkSlug } from '@/lib/workflows/provisioning/check-slug';
import { slugAnswerSchema, slugQuerySchema } from '@/lib/workflows/provisioning/schema';

export const GET = defineConsoleRoute({
  permission: 'tenants.create',
  query: slugQuerySchema,
  response: slugAnswerSchema,
  run: checkSlug,
});
