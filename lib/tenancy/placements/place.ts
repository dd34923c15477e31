/**
 * Makes and removes the place of a tenant that has a schema or a database of its own. Both hold one schema with the placed tables;
 * a database has the function that enters a tenant besides, and nothing else.
 */
import type pg from 'pg';
import { OWNER_ROLE } from '@/lib/platform/database-roles';
import { isUuid } from '@/lib/platform/ids';
import { readMigrationFiles } from '@/lib/platform/migration-files';
import { migrationsLock } from '@/lib/platform/migrations';
import { TenantScopeError, type Placement, type TenantScope } from '../context';
import { inTransaction, withAdmin } from './admin';
import { createBooks, noteApplied } from './books';
import { readWanted, type TenantMigration } from './history';
import { migratePlace, type Place } from './migrate-place';
import { placeDatabase, placeSchema } from './names';
import { prepareDatabase } from './own-database';
import { readPlaceScript } from './place-script';

/**
 * Makes the place of a tenant that is being created. One that is there already, from an attempt before, is kept and brought along.
 * @throws MigrationRefusedError where a newer version has migrated the database meanwhile: its places are not for this code to make
 */
export async function createPlace(scope: TenantScope, migrationsFolder?: string): Promise<void> {
  const { tenantId, placement } = checked(scope);
  if (placement === 'shared') return;
  await withAdmin(async (main) => {
    // A place that is made while a migration runs would be too old or too new.
    await main.query(`SELECT pg_advisory_lock_shared(${migrationsLock})`);
    const wanted = await readWanted(main, readMigrationFiles(migrationsFolder));
    const script = (await readPlaceScript(main))(tenantId);
    const make = (client: pg.Client) => inTransaction(client, () => makeSchema(client, tenantId, script, wanted));
    if (placement === 'schema') {
      await make(main);
    } else {
      await prepareDatabase(main, tenantId);
      await withAdmin(make, tenantId);
    }
    await enterInFleet(main, { tenantId, kind: placement }, wanted);
  });
}

/** Removes the place with all that is in it. For a tenant that never came into being: anything else is refused. */
export async function discardPlace(scope: TenantScope): Promise<void> {
  const { tenantId, placement } = checked(scope);
  if (placement === 'shared') return;
  await withAdmin(async (main) => {
    await main.query(`SET ROLE ${OWNER_ROLE}`);
    const { rowCount } = await main.query(`SELECT FROM tenants WHERE id = $1 AND status <> 'provisioning'`, [tenantId]);
    if (rowCount) throw new TenantScopeError('the place of a tenant that is in use can not be discarded');
    await main.query('DELETE FROM placements WHERE target_tenant_id = $1', [tenantId]);
    await main.query(`DROP SCHEMA IF EXISTS ${placeSchema(tenantId)} CASCADE`);
    await main.query('RESET ROLE');
    await main.query(`DROP DATABASE IF EXISTS ${placeDatabase(tenantId)} WITH (FORCE)`);
  });
}

/** Whether the login in DATABASE_URL has what placement `database` needs. */
export function mayCreateDatabases(): Promise<boolean> {
  return withAdmin(async (client) => {
    const { rowCount } = await client.query(
      'SELECT FROM pg_roles WHERE rolname = current_user AND (rolcreatedb OR rolsuper)',
    );
    return rowCount === 1;
  });
}

async function makeSchema(
  client: pg.Client,
  tenantId: string,
  script: string,
  wanted: readonly TenantMigration[],
): Promise<void> {
  const schema = placeSchema(tenantId);
  await client.query(`SET LOCAL ROLE ${OWNER_ROLE}`);
  const { rowCount } = await client.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rowCount) return;
  await fillSchema(client, tenantId, script);
  await createBooks(client);
  for (const migration of wanted) await noteApplied(client, migration);
}

/** The schema and its tables, in the open transaction and as the role that is set, which will own them. */
export async function fillSchema(client: pg.ClientBase, tenantId: string, script: string): Promise<void> {
  const schema = placeSchema(tenantId);
  await client.query(`CREATE SCHEMA ${schema}; SET LOCAL search_path = ${schema}; ${script};
    GRANT USAGE ON SCHEMA ${schema} TO portico_app`);
}

/** Its version is what its book says: a place that was kept may be older than one made now. */
async function enterInFleet(main: pg.Client, place: Place, wanted: readonly TenantMigration[]): Promise<void> {
  await main.query(`SET ROLE ${OWNER_ROLE}`);
  await main.query(
    `INSERT INTO placements (target_tenant_id, kind, version) VALUES ($1, $2, '') ON CONFLICT DO NOTHING`,
    [place.tenantId, place.kind],
  );
  await migratePlace(main, place, wanted);
}

function checked(scope: TenantScope): { tenantId: string; placement: Placement } {
  if (!isUuid(scope.tenantId)) throw new TenantScopeError('a tenant id must be a UUID');
  return scope;
}
