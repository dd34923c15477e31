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
  const { rows } = await main.query<{ source: string }>(
    `SELECT pg_get_functiondef('app.enter_tenant(uuid, bytea)'::regprocedure) AS source`,
  );
  await withAdmin(async (own) => {
    const { masterKey } = env();
    await ensureRoles(own, masterKey);
    // The platform's other roles have no business here.
    await own.query(`REVOKE CONNECT ON DATABASE ${placeDatabase(tenantId)} FROM portico_console, portico_worker`);
    await inTransaction(own, () => createAppSchema(own, rows[0]?.source ?? ''));
    await closeSetConfig(own);
    await inTransaction(own, () => storeProofKey(own, masterKey));
  }, tenantId);
}

async function createAppSchema(own: pg.Client, enterTenant: string): Promise<void> {
  await own.query(`SET LOCAL ROLE ${OWNER_ROLE}`);
  const { rowCount } = await own.query(`SELECT FROM pg_namespace WHERE nspname = 'app'`);
  if (rowCount) return;
  await own.query(`CREATE SCHEMA app; GRANT USAGE ON SCHEMA app TO portico_app;
    CREATE TABLE app.proof_key (inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);
    ${enterTenant};
    REVOKE ALL ON FUNCTION app.enter_tenant(uuid, bytea) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION app.enter_tenant(uuid, bytea) TO portico_app`);
}
