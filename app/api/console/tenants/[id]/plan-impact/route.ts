import { previewPlanChange } from '@/lib/features/tenants/change-plan';
import { changePlanSchema, planImpactSchema } from '@/lib/features/tenants/schema';
import { defineConsoleRoute } from '@/lib/http/define-route';

export const GET = defineConsoleRoute({
  permission: 'tenants.view',
  query: changePlanSchema,
  response: planImpactSchema,
  run: (ctx, { id, planKey }) => previewPlanChange(ctx, id, planKey),
});
