import 'server-only';
import { rootHost, siteHost } from '@/lib/platform/origins';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';

/** Names that no origin of a tenant may be: the service's own with all below them, and the tenant's own addresses. */
export async function ownNames(scope: TenantScope): Promise<string[]> {
  const hosts = await tenantDb(scope).host.findMany({ select: { host: true } });
  // `siteHost('')` is the sites' domain with a dot before it.
  return [rootHost(), siteHost('').slice(1), ...hosts.map(({ host }) => host)];
}
