'use server';

import { defineConsoleAction } from '@/lib/http/define-action';
import { readLogo } from '@/lib/workflows/provisioning/read-logo';
import { requestProvisioning } from '@/lib/workflows/provisioning/request-provisioning';
import { logoFormSchema, requestSchema } from '@/lib/workflows/provisioning/schema';

export const createTenantAction = defineConsoleAction({
  permission: 'tenants.create',
  input: requestSchema,
  run: (ctx, { tenant, idempotencyKey }) => requestProvisioning(ctx, tenant, idempotencyKey),
});

export const readLogoAction = defineConsoleAction({
  permission: 'tenants.create',
  input: logoFormSchema,
  run: (_ctx, file) => readLogo(file),
});
