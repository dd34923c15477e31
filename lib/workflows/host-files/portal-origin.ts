import 'server-only';
import { hostOrigin } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** Where this tenant's people sign in: its primary portal, as stored. Null while it has none. */
export async function portalOrigin(scope: TenantScope): Promise<string | null> {
  const row = await tenantDb(scope).host.findFirst({
    where: { surface: 'portal', status: 'active' },
    orderBy: { isPrimary: 'desc' },
    select: { host: true },
  });
  return row && hostOrigin(row.host);
}
