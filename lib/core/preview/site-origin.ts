import 'server-only';
import { hostOrigin } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** Where the tenant's site is, without a slash at the end; null while it has none. */
export async function siteOrigin(scope: TenantScope): Promise<string | null> {
  const where = { surface: 'site', status: 'active' };
  const row = await tenantDb(scope).host.findFirst({ where, orderBy: { isPrimary: 'desc' }, select: { host: true } });
  return row && hostOrigin(row.host);
}
