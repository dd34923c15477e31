import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { TenantChoice } from './schema';

/** Tenants to choose from while typing: those whose name or slug holds the text, by name. @throws AppError forbidden */
export async function searchTenants(ctx: ConsoleContext, text: string): Promise<TenantChoice[]> {
  requireConsolePermission(ctx, 'flags.view');
  return consoleDb().tenant.findMany({
    where: {
      status: { not: 'erased' },
      ...(text === ''
        ? {}
        : { OR: [{ name: { contains: text, mode: 'insensitive' } }, { slug: { contains: text.toLowerCase() } }] }),
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: 12,
    select: { id: true, name: true, slug: true },
  });
}
