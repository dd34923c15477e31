'use server';

import { changePlan } from '@/lib/features/tenants/change-plan';
import { renameTenant } from '@/lib/features/tenants/rename-tenant';
import {
  changePlanSchema,
  renameTenantSchema,
  setAttributesSchema,
  setParentSchema,
} from '@/lib/features/tenants/schema';
import { setAttributes } from '@/lib/features/tenants/set-attributes';
import { setParent } from '@/lib/features/tenants/set-parent';
import { defineConsoleAction } from '@/lib/http/define-action';

export const renameTenantAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: renameTenantSchema,
  run: (ctx, { id, name }) => renameTenant(ctx, id, name),
});

export const changePlanAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: changePlanSchema,
  run: (ctx, { id, planKey }) => changePlan(ctx, id, planKey),
});

export const setParentAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: setParentSchema,
  run: (ctx, { id, parentSlug }) => setParent(ctx, id, parentSlug),
});

export const setAttributesAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: setAttributesSchema,
  run: (ctx, { id, attributes }) => setAttributes(ctx, id, attributes),
});
