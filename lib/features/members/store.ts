import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import type { MemberRole } from '@/lib/core/access/roles';
import { AppError } from '@/lib/platform/errors';
import { decodeCursor, toKeysetPage, type Cursor } from '@/lib/platform/keyset';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import type { MemberPage, MemberQuery, MemberSort } from './schema';

export interface StoredMember {
  id: string;
  email: string;
  name: string;
  role: MemberRole;
  status: string;
}

/** One page of members that match, with how many match in all. */
export async function memberPage(scope: TenantScope, query: MemberQuery): Promise<MemberPage> {
  const db = tenantDb(scope);
  const descending = query.sort.startsWith('-');
  const sort = sorts[query.sort.replace('-', '') as MemberSort];
  const cursor = decodeCursor(query.cursor);
  if (cursor && !sort.holds.test(cursor.value))
    throw new AppError('validation_failed', 'This page of the list no longer exists.', {
      fields: { cursor: 'invalid' },
    });
  const where = Prisma.sql`tenant_id = ${scope.tenantId}::uuid ${filters(query)}`;
  const count = Prisma.sql`SELECT count(*)::integer AS total FROM "public".members WHERE ${where}`;
  const rows = await db.$queryRaw<ListedRow[]>(Prisma.sql`
    SELECT id, email, name, role, status, last_seen_at, created_at, (${sort.expression})::text AS sort_value, (${count}) AS total FROM "public".members
    WHERE ${where} ${beyond(sort, cursor, descending)}
    ORDER BY ${sort.expression} ${order(cursor, descending)}, id ${order(cursor, descending)} LIMIT ${query.limit + 1}`);
  // A page beyond the last row carries no total, so it asks again.
  const [counted] = rows.length > 0 || !cursor ? rows : await db.$queryRaw<{ total: number }[]>(count);
  const page = toKeysetPage(rows, query.limit, cursor, (row) => ({ value: row.sort_value, id: row.id }));
  return { ...page, data: page.data.map(toRow), total: counted?.total ?? 0 };
}

/**
 * Locks the named members, whoever acts, and every active owner until the transaction ends, always in the order of their ids: so
 * two owners who demote each other at the same moment come one after the other, and never wait for each other.
 */
export async function lockMembers(tx: TenantTx, scope: TenantScope, ids: readonly string[]): Promise<StoredMember[]> {
  return tx.$queryRaw<StoredMember[]>`
    SELECT id, email, name, role, status FROM "public".members
    WHERE tenant_id = ${scope.tenantId}::uuid AND (id = ANY(${[...ids]}::uuid[]) OR (role = 'owner' AND status = 'active'))
    ORDER BY id FOR NO KEY UPDATE`;
}

interface ListedRow extends StoredMember {
  last_seen_at: Date | null;
  created_at: Date;
  sort_value: string;
  /** How many match in all; the same in every row. */
  total: number;
}

interface Sort {
  expression: Prisma.Sql;
  type: Prisma.Sql;
  /** What a cursor of this order may carry; a cursor of another order is refused. */
  holds: RegExp;
}

const text = { type: Prisma.sql`text`, holds: /^/ };
const whole = { type: Prisma.sql`bigint`, holds: /^\d{1,15}$/ };
const sorts: Record<MemberSort, Sort> = {
  name: { ...text, expression: Prisma.sql`lower(name)` },
  email: { ...text, expression: Prisma.sql`email` },
  role: {
    ...whole,
    expression: Prisma.sql`CASE role WHEN 'owner' THEN 1 WHEN 'admin' THEN 2 WHEN 'manager' THEN 3 WHEN 'user' THEN 4 ELSE 5 END`,
  },
  lastSeen: { ...whole, expression: Prisma.sql`(extract(epoch FROM coalesce(last_seen_at, 'epoch')) * 1000)::bigint` },
  created: { ...whole, expression: Prisma.sql`(extract(epoch FROM created_at) * 1000)::bigint` },
};

function filters({ q, role, status }: MemberQuery): Prisma.Sql {
  const parts: Prisma.Sql[] = [];
  const pattern = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
  if (q) parts.push(Prisma.sql`AND (name ILIKE ${pattern} OR email ILIKE ${pattern})`);
  if (role) parts.push(Prisma.sql`AND role = ${role}`);
  if (status) parts.push(Prisma.sql`AND status = ${status}`);
  return parts.length > 0 ? Prisma.join(parts, ' ') : Prisma.empty;
}

function beyond(sort: Sort, cursor: Cursor | null, descending: boolean): Prisma.Sql {
  if (!cursor) return Prisma.empty;
  const place = Prisma.sql`(${cursor.value}::${sort.type}, ${cursor.id}::uuid)`;
  return isDown(cursor, descending)
    ? Prisma.sql`AND (${sort.expression}, id) < ${place}`
    : Prisma.sql`AND (${sort.expression}, id) > ${place}`;
}

function order(cursor: Cursor | null, descending: boolean): Prisma.Sql {
  return isDown(cursor, descending) ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

/** Reading before a place runs against the order of the list. */
function isDown(cursor: Cursor | null, descending: boolean): boolean {
  return cursor?.direction === 'before' ? !descending : descending;
}

function toRow(row: ListedRow): MemberPage['data'][number] {
  const { id, email, name, role, last_seen_at, created_at } = row;
  return {
    id,
    email,
    name,
    role,
    status: row.status === 'active' ? 'active' : 'revoked',
    lastSeenAt: last_seen_at?.toISOString() ?? null,
    createdAt: created_at.toISOString(),
  };
}
