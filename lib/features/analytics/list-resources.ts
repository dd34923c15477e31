import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { Prisma } from '@/lib/generated/prisma/client';
import { AppError } from '@/lib/platform/errors';
import { decodeCursor, toKeysetPage, type Cursor } from '@/lib/platform/keyset';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { ResourcePage, ResourceQuery, ResourceRow, ResourceSort } from './schema';

/**
 * What each tenant occupies and used, from the last measurement; a page by sort value and id. Nothing is summed while somebody waits,
 * so it costs the same with any number of events.
 * @throws AppError validation_failed for a cursor that was made in another order
 */
export async function listResources(ctx: ConsoleContext, query: ResourceQuery): Promise<ResourcePage> {
  requireConsolePermission(ctx, 'analytics.view');
  const place = placeOf(query);
  const [rows, counted] = await Promise.all([readPage(query, place), readCount(query)]);
  const page = toKeysetPage(rows, query.limit, place, ({ sortKey, id }) => ({
    value: `${orderOf(query)} ${sortKey}`,
    id,
  }));
  const measuredAt = counted.measuredAt?.toISOString() ?? null;
  return { ...page, data: page.data.map(toRow), total: counted.total, measuredAt };
}

type FoundRow = Omit<ResourceRow, 'measured'> & {
  databaseBytes: number | null;
  storageBytes: number;
  members: number;
  hosts: number;
  requests30d: number;
  sortKey: string;
};

/** Who was never measured comes before the smallest. */
const sortKeys: Record<ResourceSort, Prisma.Sql> = {
  name: Prisma.sql`lower(t.name)`,
  requests: Prisma.sql`coalesce(r.requests_30d, -1)`,
  database: Prisma.sql`coalesce(r.database_bytes, -1)`,
  storage: Prisma.sql`coalesce(r.storage_bytes, -1)`,
  members: Prisma.sql`coalesce(r.members, -1)`,
  hosts: Prisma.sql`coalesce(r.hosts, -1)`,
};

function readPage({ sort, q, limit }: ResourceQuery, place: Cursor | null): Promise<FoundRow[]> {
  const key = sortKeys[sort.by];
  const falling = sort.descending !== (place?.direction === 'before');
  const direction = falling ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond = falling ? Prisma.sql`<` : Prisma.sql`>`;
  const value = sort.by === 'name' ? Prisma.sql`${place?.value}::text` : Prisma.sql`${place?.value}::bigint`;
  const from = place ? Prisma.sql`AND (${key}, t.id) ${beyond} (${value}, ${place.id}::uuid)` : Prisma.empty;
  return consoleDb().$queryRaw<FoundRow[]>`
    SELECT t.id, t.slug, t.name, t.status, p.name AS "planName", r.database_bytes::float8 AS "databaseBytes",
      r.storage_bytes::float8 AS "storageBytes", r.members, r.hosts, r.requests_30d::float8 AS "requests30d", ${key}::text AS "sortKey"
    FROM "public"."tenants" t JOIN "public"."plans" p ON p.id = t.plan_id
      LEFT JOIN "public"."resource_daily" r ON r.tenant_id = t.id AND r.day = (SELECT max(day) FROM "public"."resource_daily")
    WHERE t.status <> 'erased' AND ${matching(q)} ${from}
    ORDER BY ${key} ${direction}, t.id ${direction} LIMIT ${limit + 1}::integer`;
}

async function readCount({ q }: ResourceQuery): Promise<{ total: number; measuredAt: Date | null }> {
  const [row] = await consoleDb().$queryRaw<{ total: number; measuredAt: Date | null }[]>`
    SELECT (SELECT count(*)::integer FROM "public"."tenants" t WHERE t.status <> 'erased' AND ${matching(q)}) AS total,
      (SELECT max(measured_at) FROM "public"."resource_daily" WHERE day = (SELECT max(day) FROM "public"."resource_daily")) AS "measuredAt"`;
  return row ?? { total: 0, measuredAt: null };
}

/** What was typed, anywhere in name or slug; `%` and `_` in it mean themselves. */
function matching(q: string): Prisma.Sql {
  if (q === '') return Prisma.sql`true`;
  const pattern = `%${q.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return Prisma.sql`(lower(t.name) LIKE ${pattern} OR t.slug LIKE ${pattern})`;
}

/** The order is part of the place: a cursor that was made in another one would be compared with the wrong column. */
function placeOf(query: ResourceQuery): Cursor | null {
  const cursor = decodeCursor(query.cursor);
  if (!cursor) return null;
  const prefix = `${orderOf(query)} `;
  const value = cursor.value.slice(prefix.length);
  if (cursor.value.startsWith(prefix) && (query.sort.by === 'name' || /^-?\d{1,18}$/.test(value)))
    return { ...cursor, value };
  throw new AppError('validation_failed', 'This page of the list no longer exists.', { fields: { cursor: 'invalid' } });
}

function orderOf({ sort }: ResourceQuery): string {
  return `${sort.descending ? '-' : ''}${sort.by}`;
}

function toRow({
  id,
  slug,
  name,
  status,
  planName,
  databaseBytes,
  storageBytes,
  members,
  hosts,
  requests30d,
}: FoundRow): ResourceRow {
  const measured = databaseBytes === null ? null : { databaseBytes, storageBytes, members, hosts, requests30d };
  return { id, slug, name, status, planName, measured };
}
