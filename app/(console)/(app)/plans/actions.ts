'use server';

import { changePlans } from '@/lib/core/plans/change-plans';
import { changePlansSchema } from '@/lib/core/plans/schema';
import { defineConsoleAction } from '@/lib/http/define-action';

export const changePlansAction = defineConsoleAction({
  permission: 'plans.manage',
  input: changePlansSchema,
  run: (ctx, { plans }) => changePlans(ctx, plans),
});
