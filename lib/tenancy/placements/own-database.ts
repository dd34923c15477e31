import type pg from 'pg';
import { ensureRoles, OWNER_ROLE } from '@/lib/platform/database-roles';
import { env } from '@/lib/platform/env';
import { sqlState } from '@/lib/platform/sql-state';
import { closeSetConfig, storeProofKey } from '@/lib/platform/tenant-proof';
import { inTransaction, withAdmin } from './admin';
import { placeDatabase } from './names';

/** A database that knows how to enter its tenant and holds no table yet. What is there from an attempt before is kept. */
export async function prepareDatabase(main: pg.Client, tenantId: string): Promise<void> {
  try {
    await main.query(`CREATE DATABASE ${placeDatabase(tenantId)}`);
  } catch (error) {
    // 42P04: it is there.
    if (sqlState(error) !== '42P04') throw error;
  }
  await equipDatabase(main, tenantId);
}

/**
 * Gives each tenant's database the roles, the entry and the key that the main database has now: after a migration, which may have
 * changed the entry, and after a change of MASTER_KEY, which changes the proofs.
 * @returns a sentence for each that could not be had
 */
export async function renewDatabases(): Promise<string[]> {
  return withAdmin(async (main) => {
    await main.query(`SET ROLE ${OWNER_ROLE}`);
    const { rows } = await main.query<{ id: string }>(
      `SELECT target_tenant_id AS id FROM placements WHERE kind = 'database' ORDER BY created_at`,
    );
    await main.query('RESET ROLE');
    const failed: string[] = [];
    for (const { id } of rows) {
      try {
        await equipDatabase(main, id);
      } catch (error) {
        failed.push(`the database ${placeDatabase(id)} could not be renewed: ${(error as Error).message}`);
      }
    }
    return failed;
  });
}

async function equipDatabase(main: pg.Client, tenantId: string): Promise<void> {
  const { rows } = await main.query<{ source: string }>(
    `SELECT pg_get_functiondef('app.enter_tenant(uuid, bytea)'::regprocedure) AS source`,
  );
  await withAdmin(async (own) => {
    const { masterKey } = env();
    await ensureRoles(own, masterKey);
    // The platform's other roles have no business here.
    await own.query(`REVOKE CONNECT ON DATABASE ${placeDatabase(tenantId)} FROM portico_console, portico_worker`);
    await inTransaction(own, () => makeEntry(own, String(rows[0]?.source)));
    await closeSetConfig(own);
    await inTransaction(own, () => storeProofKey(own, masterKey));
  }, tenantId);
}

/** The function's definition says "create or replace": the rest is for a database that has none yet. */
async function makeEntry(own: pg.Client, enterTenant: string): Promise<void> {
  await own.query(`SET LOCAL ROLE ${OWNER_ROLE}`);
  const { rowCount } = await own.query(`SELECT FROM pg_namespace WHERE nspname = 'app'`);
  if (rowCount) {
    await own.query(enterTenant);
    return;
  }
  await own.query(`CREATE SCHEMA app; GRANT USAGE ON SCHEMA app TO portico_app;
    CREATE TABLE app.proof_key (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);
    ${enterTenant};
    REVOKE ALL ON FUNCTION app.enter_tenant(uuid, bytea) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION app.enter_tenant(uuid, bytea) TO portico_app`);
}
