import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { Prisma } from '@/lib/generated/prisma/client';
import { hostOrigin } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { readCursor, writeCursor, type ListPlace } from './list-cursor';
import { matchTenants } from './match-tenants';
import type { TenantListQuery, TenantPage, TenantRow, TenantSort } from './schema';

/**
 * One page of all tenants. Pages are cut by sort value and id, so rows that come and go in between move nothing, and page 200
 * costs what page 1 cost. Member counts and portal hosts are read for the page's rows only, in the same statement.
 * @throws AppError validation_failed for a cursor that was made in another order
 */
export async function listTenants(ctx: ConsoleContext, query: TenantListQuery): Promise<TenantPage> {
  requireConsolePermission(ctx, 'tenants.view');
  const { sort, limit } = query;
  const place = query.cursor === undefined ? null : readCursor(sort, query.cursor);
  const [found, total] = await Promise.all([readPage(query, place), countMatching(query)]);
  const backwards = place?.side === 'before';
  // One row more than asked for says whether there is another page on that side.
  const more = found.length > limit;
  const rows = found.slice(0, limit);
  if (backwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const before =
    first && (backwards ? more : place !== null) ? writeCursor(sort, { ...placeOf(first), side: 'before' }) : null;
  const after = last && (backwards || more) ? writeCursor(sort, { ...placeOf(last), side: 'after' }) : null;
  return { data: rows.map(toRow), nextCursor: after, previousCursor: before, total };
}

interface FoundRow extends Omit<TenantRow, 'portalUrl' | 'createdAt'> {
  createdAt: Date;
  sortKey: string | number | Date;
}

const sortKeys: Record<TenantSort, Prisma.Sql> = {
  name: Prisma.sql`lower(t.name)`,
  created: Prisma.sql`t.created_at`,
  status: Prisma.sql`t.status`,
  plan: Prisma.sql`p.position`,
};

const keyTypes: Record<TenantSort, (key: string | number) => Prisma.Sql> = {
  name: (key) => Prisma.sql`${String(key)}::text`,
  created: (key) => Prisma.sql`${String(key)}::timestamptz`,
  status: (key) => Prisma.sql`${String(key)}::text`,
  plan: (key) => Prisma.sql`${Number(key)}::integer`,
};

function readPage(query: TenantListQuery, place: ListPlace | null): Promise<FoundRow[]> {
  const { by, descending } = query.sort;
  const key = sortKeys[by];
  const falling = descending !== (place?.side === 'before');
  const direction = falling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const from = place
    ? Prisma.sql`AND (${key}, t.id) ${falling ? Prisma.sql`<` : Prisma.sql`>`} (${keyTypes[by](place.key)}, ${place.id}::uuid)`
    : Prisma.empty;
  return consoleDb().$queryRaw<FoundRow[]>`
    WITH page AS MATERIALIZED (
      SELECT t.id, t.slug, t.name, t.status, t.placement, t.created_at, p.key AS plan_key, p.name AS plan_name, ${key} AS sort_key
      FROM "public".tenants t JOIN "public".plans p ON p.id = t.plan_id
      WHERE ${matchTenants(query)} ${from}
      ORDER BY ${key} ${direction}, t.id ${direction}
      LIMIT ${query.limit + 1}::integer
    )
    SELECT page.id, page.slug, page.name, page.status, page.placement, page.created_at AS "createdAt", page.plan_key AS "planKey",
           page.plan_name AS "planName", page.sort_key AS "sortKey",
           (SELECT count(*)::integer FROM "public".members m WHERE m.tenant_id = page.id AND m.status = 'active') AS members,
           (SELECT h.host FROM "public".hosts h WHERE h.tenant_id = page.id AND h.surface = 'portal' AND h.is_primary) AS "portalHost"
    FROM page ORDER BY page.sort_key ${direction}, page.id ${direction}`;
}

async function countMatching(query: TenantListQuery): Promise<number> {
  const rows = await consoleDb().$queryRaw<{ total: number }[]>`
    SELECT count(*)::integer AS total FROM "public".tenants t JOIN "public".plans p ON p.id = t.plan_id WHERE ${matchTenants(query)}`;
  return rows[0]?.total ?? 0;
}

function placeOf(row: FoundRow): Pick<ListPlace, 'key' | 'id'> {
  return { key: row.sortKey instanceof Date ? row.sortKey.toISOString() : row.sortKey, id: row.id };
}

function toRow({ sortKey: _sortKey, ...row }: FoundRow): TenantRow {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    portalUrl: row.portalHost === null ? null : hostOrigin(row.portalHost),
  };
}
