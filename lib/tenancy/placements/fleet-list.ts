import type pg from 'pg';
import { newestOf } from './books';
import type { TenantMigration } from './history';
import type { Place } from './migrate-place';

export interface FleetPlace extends Place {
  slug: string;
}

interface Behind {
  /** The oldest first. */
  behind: FleetPlace[];
  upToDate: number;
  /** The newest migration went through somewhere, in a run that was interrupted or met failures later on. */
  tried: boolean;
}

export async function readBehind(
  main: pg.Client,
  wanted: readonly TenantMigration[],
  onlyTenant: string | undefined,
): Promise<Behind> {
  const newest = newestOf(wanted);
  const { rows: places } = await main.query<FleetPlace>(
    `SELECT p.target_tenant_id AS "tenantId", p.kind, coalesce(t.slug, p.target_tenant_id::text) AS slug
     FROM placements p LEFT JOIN tenants t ON t.id = p.target_tenant_id
     WHERE (p.version <> $1 OR p.failure IS NOT NULL) AND ($2::uuid IS NULL OR p.target_tenant_id = $2)
     ORDER BY p.created_at, p.target_tenant_id`,
    [newest, onlyTenant ?? null],
  );
  const { rows } = await main.query<Omit<Behind, 'behind'>>(
    `SELECT count(*) FILTER (WHERE $2::uuid IS NULL OR target_tenant_id = $2)::int AS "upToDate",
       coalesce(bool_or(attempted_at IS NOT NULL), false) AS tried FROM placements
     WHERE version = $1 AND failure IS NULL`,
    [newest, onlyTenant ?? null],
  );
  return { behind: places, ...(rows[0] as Omit<Behind, 'behind'>) };
}

/** @returns false for a place that was given up meanwhile */
export async function noteFailure(main: pg.Client, tenantId: string, reason: string): Promise<boolean> {
  const { rowCount } = await main.query(
    'UPDATE placements SET failure = $2, attempted_at = clock_timestamp() WHERE target_tenant_id = $1',
    [tenantId, reason],
  );
  return rowCount === 1;
}
