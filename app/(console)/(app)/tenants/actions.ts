'use server';

import { resumeTenants } from '@/lib/features/tenants/resume-tenant';
import { resumeTenantsSchema, suspendTenantsSchema } from '@/lib/features/tenants/schema';
import { suspendTenants } from '@/lib/features/tenants/suspend-tenant';
import { defineConsoleAction } from '@/lib/http/define-action';

export const suspendTenantsAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: suspendTenantsSchema,
  run: (ctx, { ids, reason }) => suspendTenants(ctx, ids, reason),
});

export const resumeTenantsAction = defineConsoleAction({
  permission: 'tenants.manage',
  input: resumeTenantsSchema,
  run: (ctx, { ids }) => resumeTenants(ctx, ids),
});
