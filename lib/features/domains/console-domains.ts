import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import type { Prisma } from '@/lib/generated/prisma/client';
import { consoleDb } from '@/lib/tenancy/console-client';
import { displayName } from './domain-name';
import type { ConsoleDomain, ConsoleDomains, ConsoleDomainsQuery } from './schema';

const pageSize = 50;

/** All tenants' domains, what changed last first. @throws AppError forbidden */
export async function listAllDomains(
  ctx: ConsoleContext,
  { q, status, page }: ConsoleDomainsQuery,
): Promise<ConsoleDomains> {
  requireConsolePermission(ctx, 'domains.view');
  const where: Prisma.DomainWhereInput = { ...(status && { status }), ...(q !== '' && { host: { contains: q } }) };
  const [rows, count] = await Promise.all([
    consoleDb().domain.findMany({
      where,
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: pageSize,
      skip: (page - 1) * pageSize,
    }),
    consoleDb().domain.count({ where }),
  ]);
  const tenants = await consoleDb().tenant.findMany({
    where: { id: { in: rows.map(({ tenantId }) => tenantId) } },
    select: { id: true, slug: true, name: true },
  });
  const tenantOf = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  const data = rows.map((row): ConsoleDomain => ({
    ...(row as Pick<
      ConsoleDomain,
      'id' | 'tenantId' | 'host' | 'surface' | 'status' | 'ownership' | 'routing' | 'certificate'
    >),
    tenantSlug: tenantOf.get(row.tenantId)?.slug ?? '',
    tenantName: tenantOf.get(row.tenantId)?.name ?? '',
    display: displayName(row.host),
    checkedAt: row.checkedAt?.toISOString() ?? null,
    invalidSince: row.invalidSince?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }));
  return { data, page, pages: Math.max(1, Math.ceil(count / pageSize)) };
}
