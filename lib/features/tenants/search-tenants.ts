import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { consoleDb } from '@/lib/tenancy/console-client';
import { containing } from './match-tenants';

export interface FoundTenant {
  id: string;
  slug: string;
  name: string;
}

const mostShown = 8;

/** For the command menu: what starts like the words comes before what only contains them. */
export async function searchTenants(ctx: ConsoleContext, typed: string): Promise<FoundTenant[]> {
  requireConsolePermission(ctx, 'tenants.view');
  if (typed.trim() === '') return [];
  const pattern = containing(typed.trim());
  const start = pattern.slice(1);
  return consoleDb().$queryRaw<FoundTenant[]>`
    SELECT id, slug, name FROM "public".tenants
    WHERE status <> 'erased' AND (lower(name) LIKE ${pattern} OR slug LIKE ${pattern})
    ORDER BY NOT (lower(name) LIKE ${start} OR slug LIKE ${start}), lower(name), id
    LIMIT ${mostShown}::integer`;
}
