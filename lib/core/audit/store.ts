import 'server-only';
import type { Prisma } from '@/lib/generated/prisma/client';
import { AppError } from '@/lib/platform/errors';
import { decodeCursor, toKeysetPage } from '@/lib/platform/keyset';
import { deviceInWords } from '@/lib/platform/user-agent';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { actionsNamed, startOfDay } from './rules';
import type { AuditActor, AuditEventRow, AuditFilter, AuditPage, AuditQuery } from './schema';

export interface Reading {
  /** Days of the filter are days of this zone. */
  timeZone: string;
  /** Words of an action, so that free text finds them. */
  labelOf: (key: string) => string;
}

/** One page of a tenant's log, the newest first; pages stay stable while events arrive. */
export async function eventPage(
  scope: TenantScope,
  { cursor: text, limit, ...filter }: AuditQuery,
  reading: Reading,
): Promise<AuditPage> {
  const cursor = decodeCursor(text);
  if (cursor && Number.isNaN(Date.parse(cursor.value)))
    throw new AppError('validation_failed', 'This page of the list no longer exists.', {
      fields: { cursor: 'invalid' },
    });
  const back = cursor?.direction === 'before';
  const rows = await tenantDb(scope).auditEvent.findMany({
    where: { AND: [whereOf(filter, reading), cursor ? beyond(new Date(cursor.value), cursor.id, back) : {}] },
    orderBy: [{ at: back ? 'asc' : 'desc' }, { id: back ? 'asc' : 'desc' }],
    take: limit + 1,
    select: columns,
  });
  const page = toKeysetPage(rows, limit, cursor, (row) => ({ value: row.at.toISOString(), id: row.id }));
  return { ...page, data: page.data.map(toEvent) };
}

/** Who stands in the log, for the filter: the most recent name of each, up to 200. */
export async function eventActors(scope: TenantScope): Promise<AuditActor[]> {
  const rows = await tenantDb(scope).$queryRaw<AuditActor[]>`
    SELECT id, label FROM (
      SELECT DISTINCT ON (actor_id) actor_id AS id, actor_label AS label, at FROM "public".audit_events
      WHERE tenant_id = ${scope.tenantId}::uuid AND actor_id IS NOT NULL AND at > now() - interval '180 days'
      ORDER BY actor_id, at DESC
    ) recent ORDER BY at DESC LIMIT 200`;
  return rows;
}

const columns = {
  id: true,
  at: true,
  action: true,
  actorType: true,
  actorId: true,
  actorLabel: true,
  targetType: true,
  targetId: true,
  targetLabel: true,
  changes: true,
  ip: true,
  userAgent: true,
  requestId: true,
} as const;

function whereOf(
  { q, actor, action, from, to }: AuditFilter,
  { timeZone, labelOf }: Reading,
): Prisma.AuditEventWhereInput {
  const at = {
    ...(from ? { gte: startOfDay(from, timeZone) } : undefined),
    ...(to ? { lt: startOfDay(to, timeZone, 1) } : undefined),
  };
  return {
    ...(from || to ? { at } : undefined),
    ...(actor ? { actorId: actor } : undefined),
    ...(action ? { action } : undefined),
    ...(q ? { OR: labelled(q, labelOf) } : undefined),
  };
}

function labelled(text: string, labelOf: Reading['labelOf']): Prisma.AuditEventWhereInput[] {
  const contains = { contains: text.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  return [{ actorLabel: contains }, { targetLabel: contains }, { action: { in: actionsNamed(text, labelOf) } }];
}

function beyond(at: Date, id: string, back: boolean): Prisma.AuditEventWhereInput {
  return back
    ? { OR: [{ at: { gt: at } }, { at, id: { gt: id } }] }
    : { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}

type Row = Prisma.AuditEventGetPayload<{ select: typeof columns }>;

function toEvent({ changes, at, actorType, ...row }: Row): AuditEventRow {
  return {
    ...row,
    at: at.toISOString(),
    actorType: actorType as AuditEventRow['actorType'],
    changes: changes as AuditEventRow['changes'],
    device: deviceInWords(row.userAgent),
  };
}
