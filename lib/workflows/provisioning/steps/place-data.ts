import 'server-only';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { nothing, type Step } from '../step';

/** Makes sure that the place where the tenant's rows will live answers. Shared rows need nothing made for them. */
export const placeData: Step = {
  name: 'place_data',
  role: 'tenant',
  async run({ scope }) {
    await tenantDb(scope).tenant.findFirst({ select: { id: true } });
  },
  compensate: nothing,
};
