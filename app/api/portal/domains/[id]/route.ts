import { readDomain } from '@/lib/features/domains/read-domain';
import { domainDetailSchema, domainIdSchema } from '@/lib/features/domains/schema';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'domains.view',
  feature: 'domains.custom',
  query: domainIdSchema,
  response: domainDetailSchema,
  run: (ctx, { id }) => readDomain(ctx, id),
});
