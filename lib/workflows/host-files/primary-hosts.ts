import 'server-only';
import { hostOrigin } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** The addresses under which this tenant's portal and site are known, as a browser shows them. Empty while there is none. */
export async function primaryHosts(scope: TenantScope): Promise<{ portal: string; site: string }> {
  const rows = await tenantDb(scope).host.findMany({
    where: { status: 'active', isPrimary: true },
    select: { host: true, surface: true },
  });
  const shown = (surface: string): string => {
    const host = rows.find((row) => row.surface === surface)?.host;
    return host === undefined ? '' : new URL(hostOrigin(host)).host;
  };
  return { portal: shown('portal'), site: shown('site') };
}
