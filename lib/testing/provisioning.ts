/** A database, and questions about it, for tests of what provisioning makes and leaves. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { systemRequest, type ConsoleContext, type SystemActor } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeHostDirectory } from '@/lib/tenancy/host-directory';
import { withAdmin } from '@/lib/tenancy/placements/admin';
import { placeDatabase, placeSchema } from '@/lib/tenancy/placements/names';
import { placedTables, tableNames } from '@/lib/tenancy/tables';
import { closeTenantClients } from '@/lib/tenancy/tenant-client';
import { requestProvisioning } from '@/lib/workflows/provisioning/request-provisioning';
import { closeRunLocks } from '@/lib/workflows/provisioning/run-lock';
import { createTestDatabase } from './database';
import { newTenant } from './new-tenant';

export const systemCtx: ConsoleContext<SystemActor> = {
  actor: { type: 'system', name: 'test' },
  request: systemRequest('test'),
};

/** Rows of a tenant that was made from `newTenant`, by table. */
export const wholeTenant = {
  tenants: 1,
  hosts: 2,
  tenant_settings: 1,
  tenant_keys: 1,
  invitations: 1,
  audit_events: 1,
  flag_overrides: 2,
  brand_versions: 1,
  published_brands: 1,
  brand_assets: 1,
};

export interface ProvisioningLab {
  /** The login that sees everything. */
  admin: pg.Pool;
  /** Rows that carry the tenant's id, over every table that could; tables without one are left out. */
  rowsOf: (tenantId: string) => Promise<Record<string, number>>;
  /** What there is of a place of its own: an entry in the fleet, a schema, a database. */
  placeOf: (tenantId: string) => Promise<string[]>;
  close: () => Promise<void>;
}

export async function openLab(): Promise<ProvisioningLab> {
  const database = await createTestDatabase();
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 2 });
  await ensureCatalogue();
  const columns = await tenantColumns(admin);
  return {
    admin,
    rowsOf: async (tenantId) => ({
      ...(await countRows(admin, columns, tenantId)),
      ...(await countInPlace(admin, tenantId)),
    }),
    placeOf: (tenantId) => partsOfPlace(admin, tenantId),
    close: async () => {
      await Promise.all([
        closeRunLocks(),
        closeTenantClients(),
        closeConsoleClient(),
        closeHostDirectory(),
        admin.end(),
      ]);
      await database.drop();
    },
  };
}

export async function requestTenant(slug: string, changes = {}, key: string = randomUUID()): Promise<string> {
  return (await requestProvisioning(systemCtx, newTenant(slug, changes), key)).runId;
}

export async function tenantIdOf(runId: string): Promise<string> {
  return (await consoleDb().provisioningRun.findUniqueOrThrow({ where: { id: runId } })).targetTenantId;
}

/** Table → column that holds the tenant's id. */
async function tenantColumns(admin: pg.Pool): Promise<Map<string, string>> {
  const { rows } = await admin.query<{ table: string }>(
    `SELECT table_name AS table FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant_id'`,
  );
  const named = new Set<string>(tableNames);
  const tables = rows.map(({ table }) => table).filter((table) => named.has(table));
  return new Map([['tenants', 'id'], ...tables.map((table): [string, string] => [table, 'tenant_id'])]);
}

async function countRows(
  admin: pg.Pool,
  columns: Map<string, string>,
  tenantId: string,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [table, column] of columns) {
    const { rows } = await admin.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM public.${table} WHERE ${column} = $1`,
      [tenantId],
    );
    if (rows[0]?.count) counts[table] = rows[0].count;
  }
  return counts;
}

async function partsOfPlace(admin: pg.Pool, tenantId: string): Promise<string[]> {
  const { rows } = await admin.query<{ part: string }>(
    `SELECT 'fleet' AS part FROM placements WHERE target_tenant_id = $1
     UNION ALL SELECT 'schema' FROM pg_namespace WHERE nspname = $2
     UNION ALL SELECT 'database' FROM pg_database WHERE datname = $3`,
    [tenantId, placeSchema(tenantId), placeDatabase(tenantId)],
  );
  return rows.map(({ part }) => part);
}

async function countInPlace(admin: pg.Pool, tenantId: string): Promise<Record<string, number>> {
  const parts = await partsOfPlace(admin, tenantId);
  const count = async (client: pg.ClientBase | pg.Pool): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of placedTables) {
      const { rows } = await client.query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM ${placeSchema(tenantId)}.${table}`,
      );
      if (rows[0]?.count) counts[table] = rows[0].count;
    }
    return counts;
  };
  if (parts.includes('schema')) return count(admin);
  return parts.includes('database') ? withAdmin(count, tenantId) : {};
}
