import 'server-only';
import { sqlState } from '@/lib/platform/sql-state';
import { createPlace, discardPlace } from '@/lib/tenancy/placements/place';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { ProvisioningRefused } from '../refusal';
import type { Step } from '../step';

/** Makes the place where the tenant's rows will live, if it is a place of their own, and makes sure that it answers. */
export const placeData: Step = {
  name: 'place_data',
  role: 'tenant',
  async run({ scope }) {
    try {
      await createPlace(scope);
    } catch (error) {
      // insufficient_privilege: no later attempt would be allowed either.
      if (sqlState(error) === '42501') throw new ProvisioningRefused('placement_denied');
      throw error;
    }
    await tenantDb(scope).member.count();
  },
  compensate: ({ scope }) => discardPlace(scope),
};
