import pg from 'pg';
import { uuidv7 } from '@/lib/platform/ids';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import { placeDatabase, placeSchema } from '@/lib/tenancy/placements/names';
import { createPlace } from '@/lib/tenancy/placements/place';

export const placements = ['shared', 'schema', 'database'] as const satisfies readonly Placement[];

/** An active tenant without rows, in the placement asked for; its place is made like any other's. */
export async function tenantIn(
  placement: Placement,
  adminUrl: string,
  migrationsFolder?: string,
): Promise<TenantScope> {
  const scope = { tenantId: uuidv7(), placement };
  await onDatabase(adminUrl, async (admin) => {
    const planId = uuidv7();
    await admin.query(
      `INSERT INTO plans (id, key, name, description, position, price_monthly_minor, requests_per_minute, burst, concurrency, updated_at)
       VALUES ($1, $2, 'Test', '', 1, 0, 100, 10, 5, now())`,
      [planId, `plan-${planId}`],
    );
    await admin.query(
      `INSERT INTO tenants (id, slug, name, status, placement, plan_id, updated_at) VALUES ($1, $2, $2, 'active', $3, $4, now())`,
      [scope.tenantId, `t${scope.tenantId.slice(-12)}`, placement, planId],
    );
  });
  await createPlace(scope, migrationsFolder);
  return scope;
}

/** The admin's way to where the tenant's placed tables are; unqualified names mean them. */
export function onPlace<T>(scope: TenantScope, adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return onDatabase(placeUrl(scope, adminUrl), async (client) => {
    await client.query(`SET search_path = ${scope.placement === 'shared' ? 'public' : placeSchema(scope.tenantId)}`);
    return work(client);
  });
}

/** The same login, on the database with the tenant's placed tables. */
export function placeUrl({ tenantId, placement }: TenantScope, url: string): string {
  const target = new URL(url);
  if (placement === 'database') target.pathname = `/${placeDatabase(tenantId)}`;
  return target.toString();
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Ends every connection of the app's role to the database and to the own databases of these tenants, as an administrator would. */
export async function cutConnections(admin: pg.Client, scopes: readonly TenantScope[]): Promise<void> {
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE usename = 'portico_app' AND (datname = current_database() OR datname = ANY ($1))`,
    [scopes.map(({ tenantId }) => placeDatabase(tenantId))],
  );
}
