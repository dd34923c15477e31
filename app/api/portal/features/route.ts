import { z } from 'zod';
import { listFeatures } from '@/lib/core/flags/list-features';
import { tenantFeaturesSchema } from '@/lib/core/flags/schema';
import { defineMemberRoute } from '@/lib/http/define-route';

export const GET = defineMemberRoute({
  permission: 'features.view',
  query: z.object({}),
  response: tenantFeaturesSchema,
  run: listFeatures,
});
