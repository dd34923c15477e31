import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { Prisma } from '@/lib/generated/prisma/client';
import { AppError } from '@/lib/platform/errors';
import { decodeCursor, toKeysetPage, type Cursor } from '@/lib/platform/keyset';
import { hostOrigin } from '@/lib/platform/origins';
import { consoleDb } from '@/lib/tenancy/console-client';
import { matchTenants } from './match-tenants';
import type { TenantListQuery, TenantPage, TenantRow, TenantSort } from './schema';

/**
 * One page of all tenants. Pages are cut by sort value and id, so rows that come and go in between move nothing, and page 200
 * costs what page 1 cost. Member counts and portal hosts are read for the page's rows only, in the same statement; where members live
 * apart, it is the count of the last measurement (hourly), so that no list waits for fifty databases.
 * @throws AppError validation_failed for a cursor that was made in another order
 */
export async function listTenants(ctx: ConsoleContext, query: TenantListQuery): Promise<TenantPage> {
  requireConsolePermission(ctx, 'tenants.view');
  const place = placeOf(query);
  const [found, total] = await Promise.all([readPage(query, place), countMatching(query)]);
  const page = toKeysetPage(found, query.limit, place, (row) => ({
    value: cursorValue(query, row.sortKey),
    id: row.id,
  }));
  return { ...page, data: page.data.map(toRow), total };
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

const typedKeys: Record<TenantSort, (key: string) => Prisma.Sql> = {
  name: (key) => Prisma.sql`${key}::text`,
  created: (key) => Prisma.sql`${key}::timestamptz`,
  status: (key) => Prisma.sql`${key}::text`,
  plan: (key) => Prisma.sql`${key}::integer`,
};

function readPage(query: TenantListQuery, place: Cursor | null): Promise<FoundRow[]> {
  const { by, descending } = query.sort;
  const key = sortKeys[by];
  const falling = descending !== (place?.direction === 'before');
  const direction = falling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = falling ? Prisma.sql`<` : Prisma.sql`>`;
  const from = place
    ? Prisma.sql`AND (${key}, t.id) ${beyond} (${typedKeys[by](place.value)}, ${place.id}::uuid)`
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
           CASE page.placement WHEN 'shared'
             THEN (SELECT count(*)::integer FROM "public".members m WHERE m.tenant_id = page.id AND m.status = 'active')
             ELSE coalesce((SELECT r.members FROM "public".resource_daily r WHERE r.tenant_id = page.id ORDER BY r.day DESC LIMIT 1), 0)
           END AS members,
           (SELECT h.host FROM "public".hosts h WHERE h.tenant_id = page.id AND h.surface = 'portal' AND h.is_primary) AS "portalHost"
    FROM page ORDER BY page.sort_key ${direction}, page.id ${direction}`;
}

async function countMatching(query: TenantListQuery): Promise<number> {
  const rows = await consoleDb().$queryRaw<{ total: number }[]>`
    SELECT count(*)::integer AS total FROM "public".tenants t JOIN "public".plans p ON p.id = t.plan_id WHERE ${matchTenants(query)}`;
  return rows[0]?.total ?? 0;
}

/** The order is part of the place: a cursor that was made in another one would be compared with the wrong column. */
function cursorValue({ sort }: TenantListQuery, key: FoundRow['sortKey']): string {
  return `${sortName(sort)} ${key instanceof Date ? key.toISOString() : key}`;
}

function placeOf({ sort, cursor: text }: TenantListQuery): Cursor | null {
  const cursor = decodeCursor(text);
  if (!cursor) return null;
  const prefix = `${sortName(sort)} `;
  const value = cursor.value.slice(prefix.length);
  if (cursor.value.startsWith(prefix) && isKey[sort.by](value)) return { ...cursor, value };
  throw new AppError('validation_failed', 'This page of the list no longer exists.', { fields: { cursor: 'invalid' } });
}

const isKey: Record<TenantSort, (key: string) => boolean> = {
  name: () => true,
  created: (key) => /^\d{4}-/.test(key) && !Number.isNaN(Date.parse(key)),
  status: () => true,
  plan: (key) => /^-?\d{1,9}$/.test(key),
};

function sortName({ by, descending }: TenantListQuery['sort']): string {
  return `${descending ? '-' : ''}${by}`;
}

function toRow({ sortKey: _sortKey, ...row }: FoundRow): TenantRow {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    portalUrl: row.portalHost === null ? null : hostOrigin(row.portalHost),
  };
}
