import { z } from 'zod';
import { listPages } from '@/lib/features/pages/read-pages';
import { pageListSchema } from '@/lib/features/pages/schema';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'site.view',
  feature: 'site.pages',
  query: z.object({}),
  response: pageListSchema,
  run: async (ctx) => ({ data: await listPages(ctx) }),
});
