import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { limitOf } from '@/lib/core/flags/rules';
import { loadFlagSnapshot } from '@/lib/core/flags/snapshot';
import { hostOrigin } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { TenantScope } from '@/lib/tenancy/context';
import { countAddresses } from './count-addresses';
import type { HostList, HostRow } from './schema';

/** Primaries first. @param scope of a tenant that was read before */
export async function listHosts(ctx: ConsoleContext, scope: TenantScope): Promise<HostList> {
  requireConsolePermission(ctx, 'tenants.view');
  const [rows, used, flags] = await Promise.all([
    consoleDb().host.findMany({
      where: { tenantId: scope.tenantId },
      orderBy: [{ surface: 'asc' }, { isPrimary: 'desc' }, { host: 'asc' }],
    }),
    countAddresses(consoleDb(), scope.tenantId),
    loadFlagSnapshot(scope),
  ]);
  const hosts = rows.map((row) => ({
    id: row.id,
    host: row.host,
    url: hostOrigin(row.host),
    surface: row.surface as HostRow['surface'],
    kind: row.kind as HostRow['kind'],
    status: row.status as HostRow['status'],
    isPrimary: row.isPrimary,
    createdAt: row.createdAt.toISOString(),
  }));
  return { hosts, used, limit: limitOf(flags.get('quota.hosts')?.value ?? 0) };
}
