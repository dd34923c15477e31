import { z } from 'zod';
import { listDomains } from '@/lib/features/domains/list-domains';
import { addressListSchema } from '@/lib/features/domains/schema';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'domains.view',
  feature: 'domains.custom',
  query: z.object({}),
  response: addressListSchema,
  run: (ctx) => listDomains(ctx),
});
