import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { Prisma } from '@/lib/generated/prisma/client';
import { notFound } from '@/lib/platform/errors';
import { decodeCursor, toKeysetPage } from '@/lib/platform/keyset';
import { consoleDb } from '@/lib/tenancy/console-client';
import { resolveFlag, type FlagRule } from './rules';
import { tenantsOfFlagSchema, type TenantsOfFlag, type TenantsOfFlagQuery } from './schema';

const pageSize = 50;

/**
 * Who has what: tenants with their value of a flag, by name, and how many tenants have each value.
 * @throws AppError forbidden, not_found, validation_failed
 */
export async function listTenantsOfFlag(ctx: ConsoleContext, query: TenantsOfFlagQuery): Promise<TenantsOfFlag> {
  requireConsolePermission(ctx, 'flags.view');
  const db = consoleDb();
  const flag = await db.flag.findUnique({ where: { key: query.key } });
  if (!flag) throw notFound();
  const cursor = decodeCursor(query.cursor);
  const [values, rows] = await Promise.all([
    db.$queryRaw<{ value: unknown; tenants: number }[]>`
      SELECT value, count(*)::integer AS tenants FROM (${valuesOf(flag)}) v GROUP BY value ORDER BY count(*) DESC, value`,
    db.$queryRaw<Row[]>`
      SELECT * FROM (${valuesOf(flag)}) v
      WHERE ${query.value === undefined ? Prisma.sql`true` : Prisma.sql`value = ${jsonOf(query.value)}::jsonb`}
        AND ${query.overridden ? Prisma.sql`(console_value IS NOT NULL OR tenant_value IS NOT NULL)` : Prisma.sql`true`}
        AND ${cursor ? Prisma.sql`(name, id) > (${cursor.value}, ${cursor.id}::uuid)` : Prisma.sql`true`}
      ORDER BY name, id LIMIT ${pageSize + 1}`,
  ]);
  const page = toKeysetPage(rows, pageSize, cursor, ({ name, id }) => ({ value: name, id }));
  // A CHECK in the database holds type and kind.
  const rule = flag as unknown as FlagRule;
  return tenantsOfFlagSchema.parse({
    values,
    data: page.data.map((row) => toTenant(rule, row)),
    nextCursor: page.nextCursor,
  });
}

interface Row {
  id: string;
  name: string;
  slug: string;
  plan_name: string;
  plan_value: unknown;
  console_value: unknown;
  tenant_value: unknown;
  reason: string | null;
  set_by_name: string | null;
  set_at: Date | null;
}

/** The rule of rules.ts once more, in SQL, because it decides which rows are read at all; the test holds the two together. */
function valuesOf(flag: {
  id: string;
  key: string;
  type: string;
  tenantEditable: boolean;
  defaultValue: unknown;
}): Prisma.Sql {
  const editable = flag.tenantEditable && flag.type === 'boolean';
  return Prisma.sql`
    SELECT t.id, t.name, t.slug, p.name AS plan_name, pv.value AS plan_value, c.value AS console_value, s.value AS tenant_value,
           c.reason, c.set_by_name, c.created_at AS set_at,
           CASE WHEN ${editable}::boolean AND s.value = 'false'::jsonb THEN 'false'::jsonb
                ELSE coalesce(c.value, pv.value, ${JSON.stringify(flag.defaultValue)}::jsonb) END AS value
    FROM "public".tenants t
    JOIN "public".plans p ON p.id = t.plan_id
    LEFT JOIN "public".plan_values pv ON pv.plan_id = t.plan_id AND pv.flag_id = ${flag.id}::uuid
    LEFT JOIN "public".flag_overrides c ON c.tenant_id = t.id AND c.flag_key = ${flag.key} AND c.set_by = 'console'
    LEFT JOIN "public".flag_overrides s ON s.tenant_id = t.id AND s.flag_key = ${flag.key} AND s.set_by = 'tenant'
    WHERE t.status <> 'erased'`;
}

function toTenant(flag: FlagRule, row: Row): unknown {
  const { value, source } = resolveFlag(flag, row.plan_value ?? undefined, {
    console: row.console_value ?? undefined,
    tenant: row.tenant_value ?? undefined,
  });
  const override =
    row.set_at === null
      ? null
      : { value: row.console_value, reason: row.reason, setByName: row.set_by_name, at: row.set_at.toISOString() };
  return { id: row.id, name: row.name, slug: row.slug, planName: row.plan_name, value, source, override };
}

/** What is no JSON matches no tenant. */
function jsonOf(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return 'null';
  }
}
