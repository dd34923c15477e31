import 'server-only';
import type { TenantContext } from '@/lib/core/access/context';
import { quotaLimit } from '@/lib/core/flags/snapshot';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { requireDomains } from './require-domains';
import type { AddressList } from './schema';
import { readAddresses } from './store';

/** Every address of the tenant, primaries first. @throws AppError not_found, forbidden */
export async function listDomains(ctx: TenantContext): Promise<AddressList> {
  await requireDomains(ctx, 'domains.view');
  const [addresses, limit] = await Promise.all([readAddresses(tenantDb(ctx)), quotaLimit(ctx, 'quota.hosts')]);
  return { addresses, limit };
}
