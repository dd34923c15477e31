import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { platformAuditActions } from '@/lib/core/audit/actions';
import { actionKey, startOfDay } from '@/lib/core/audit/rules';
import { Prisma } from '@/lib/generated/prisma/client';
import { translator } from '@/lib/messages/translator';
import { AppError } from '@/lib/platform/errors';
import { decodeCursor, toKeysetPage, type Cursor } from '@/lib/platform/keyset';
import { deviceInWords } from '@/lib/platform/user-agent';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { PlatformActor, PlatformAuditPage, PlatformAuditQuery, PlatformEvent } from './schema';

/** What super-admins did, to the platform and to tenants; newest first. Days are days of `timeZone`. */
export async function listPlatformEvents(
  ctx: ConsoleContext,
  query: PlatformAuditQuery,
  timeZone = 'UTC',
): Promise<PlatformAuditPage> {
  requireConsolePermission(ctx, 'audit.view');
  const cursor = placeOf(query.cursor);
  const rows = await readEvents(query, cursor, timeZone);
  const page = toKeysetPage(rows, query.limit, cursor, (row) => ({ value: row.at.toISOString(), id: row.id }));
  return { ...page, data: page.data.map(toEvent) };
}

/** Who stands in the log, by name, for the filter. */
export function listPlatformActors(ctx: ConsoleContext): Promise<PlatformActor[]> {
  requireConsolePermission(ctx, 'audit.view');
  return consoleDb()
    .superAdmin.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } })
    .then((rows) => rows.map(({ id, name }) => ({ id, label: name })));
}

type Row = Omit<PlatformEvent, 'at' | 'device' | 'tenant'> & {
  at: Date;
  tenantSlug: string | null;
  tenantName: string | null;
};

function readEvents(query: PlatformAuditQuery, cursor: Cursor | null, timeZone: string): Promise<Row[]> {
  const back = cursor?.direction === 'before';
  const direction = back ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = cursor
    ? Prisma.sql`AND (e.at, e.id) ${back ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.value}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  return consoleDb().$queryRaw<Row[]>`
    SELECT e.id, e.at, e.action, e.actor_type AS "actorType", e.actor_id AS "actorId", e.actor_label AS "actorLabel",
           e.target_type AS "targetType", e.target_id AS "targetId", e.target_label AS "targetLabel", e.changes, e.ip,
           e.user_agent AS "userAgent", e.request_id AS "requestId", t.slug AS "tenantSlug", t.name AS "tenantName"
    FROM "public".platform_audit_events e LEFT JOIN "public".tenants t ON t.id = e.subject_tenant_id
    WHERE ${matching(query, timeZone)} ${beyond}
    ORDER BY e.at ${direction}, e.id ${direction} LIMIT ${query.limit + 1}::integer`;
}

function matching({ q, actor, action, from, to, tenant }: PlatformAuditQuery, timeZone: string): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (actor) conditions.push(Prisma.sql`e.actor_id = ${actor}::uuid`);
  if (action) conditions.push(Prisma.sql`e.action = ${action}`);
  if (tenant) conditions.push(Prisma.sql`e.subject_tenant_id = ${tenant}::uuid`);
  if (from) conditions.push(Prisma.sql`e.at >= ${startOfDay(from, timeZone)}`);
  if (to) conditions.push(Prisma.sql`e.at < ${startOfDay(to, timeZone, 1)}`);
  if (q) conditions.push(labelled(q));
  return Prisma.join(conditions, ' AND ');
}

/** People search for "suspended", not for `tenant.suspended`: the words of the actions count too. */
function labelled(text: string): Prisma.Sql {
  const t = translator('audit') as unknown as (key: string) => string;
  const actions = platformAuditActions.filter((action) =>
    t(`action.${actionKey(action)}`)
      .toLowerCase()
      .includes(text.toLowerCase()),
  );
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return Prisma.sql`(e.actor_label ILIKE ${pattern} OR e.target_label ILIKE ${pattern} OR t.name ILIKE ${pattern} OR t.slug ILIKE ${pattern}
    OR e.action = ANY(${actions}::text[]))`;
}

function placeOf(text: string | undefined): Cursor | null {
  const cursor = decodeCursor(text);
  if (!cursor || !Number.isNaN(Date.parse(cursor.value))) return cursor;
  throw new AppError('validation_failed', 'This page of the list no longer exists.', { fields: { cursor: 'invalid' } });
}

function toEvent({ at, tenantSlug, tenantName, ...row }: Row): PlatformEvent {
  const tenant = tenantSlug === null ? null : { slug: tenantSlug, name: tenantName ?? tenantSlug };
  return { ...row, at: at.toISOString(), device: deviceInWords(row.userAgent), tenant };
}
