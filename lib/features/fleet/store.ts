import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { readMigrationFiles } from '@/lib/platform/migration-files';
import { consoleDb } from '@/lib/tenancy/console-client';
import { newestOf } from '@/lib/tenancy/placements/books';
import { placeStates, type PlaceRow, type PlaceState } from './schema';

export interface PlaceFilter {
  /** Part of the tenant's name or slug. */
  q: string;
  states: readonly PlaceState[];
}

export async function findPlaces(filter: PlaceFilter, limit: number, offset: number): Promise<PlaceRow[]> {
  const rows = await consoleDb().$queryRaw<(Omit<PlaceRow, 'attemptedAt'> & { attemptedAt: Date | null })[]>`
    SELECT * FROM (${places()}) p WHERE ${matching(filter)}
    ORDER BY array_position(${[...placeStates]}::text[], state), lower(name), "tenantId"
    LIMIT ${limit}::integer OFFSET ${offset}::integer`;
  return rows.map((row) => ({ ...row, attemptedAt: row.attemptedAt?.toISOString() ?? null }));
}

export async function countPlaces(filter: PlaceFilter): Promise<Record<PlaceState, number>> {
  const rows = await consoleDb().$queryRaw<{ state: PlaceState; count: number }[]>`
    SELECT state, count(*)::integer AS count FROM (${places()}) p WHERE ${matching(filter)} GROUP BY state`;
  const counts = { failed: 0, behind: 0, current: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

export async function findPlace(tenantId: string): Promise<{ name: string; state: PlaceState } | undefined> {
  const rows = await consoleDb().$queryRaw<{ name: string; state: PlaceState }[]>`
    SELECT name, state FROM (${places()}) p WHERE "tenantId" = ${tenantId}::uuid`;
  return rows[0];
}

export async function findMainVersion(): Promise<string | null> {
  const rows = await consoleDb().$queryRaw<{ version: string | null }[]>`
    SELECT max(migration_name) AS version FROM "public"."_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return rows[0]?.version ?? null;
}

export async function isMigrationQueued(): Promise<boolean> {
  const rows = await consoleDb().$queryRaw<{ queued: boolean }[]>`
    SELECT EXISTS (SELECT FROM app.list_jobs() WHERE task = 'migrate-fleet' AND state <> 'failed') AS queued`;
  return rows[0]?.queued ?? false;
}

function places(): Prisma.Sql {
  newest ??= newestOf(readMigrationFiles());
  return Prisma.sql`
    SELECT p.target_tenant_id AS "tenantId", t.slug, t.name, p.kind AS placement, nullif(p.version, '') AS version,
      CASE WHEN p.failure IS NOT NULL THEN 'failed' WHEN p.version = ${newest} THEN 'current' ELSE 'behind' END AS state,
      p.attempted_at AS "attemptedAt", p.failure
    FROM "public".placements p JOIN "public".tenants t ON t.id = p.target_tenant_id`;
}

/** Files do not change while a process runs. */
let newest: string | undefined;

function matching({ q, states }: PlaceFilter): Prisma.Sql {
  const pattern = `%${q.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const named = q === '' ? Prisma.empty : Prisma.sql`AND (lower(name) LIKE ${pattern} OR slug LIKE ${pattern})`;
  return Prisma.sql`state = ANY (${[...states]}::text[]) ${named}`;
}
