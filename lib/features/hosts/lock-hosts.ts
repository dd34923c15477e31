import 'server-only';
import { AppError, notFound } from '@/lib/platform/errors';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { Placement, TenantScope } from '@/lib/tenancy/context';

/**
 * Lets one change of a tenant's addresses happen at a time, so that "the primary" is the same for all of them.
 * @throws AppError not_found; conflict while the tenant is being made or is no longer in service
 */
export async function lockHostsOf(tx: ConsoleTx, tenantId: string): Promise<{ scope: TenantScope }> {
  const rows = await tx.$queryRaw<{ placement: Placement; status: string }[]>`
    SELECT placement, status FROM "public".tenants WHERE id = ${tenantId}::uuid AND status <> 'erased' FOR UPDATE`;
  const tenant = rows[0];
  if (!tenant) throw notFound();
  if (tenant.status !== 'active' && tenant.status !== 'suspended') {
    throw new AppError('conflict', 'The tenant is not in service.', { messageKey: 'tenantNotInService' });
  }
  return { scope: { tenantId, placement: tenant.placement } };
}
