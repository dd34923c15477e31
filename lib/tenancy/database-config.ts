import type pg from 'pg';
import { roleUrl, type DatabaseRole } from '@/lib/platform/database-roles';
import { env } from '@/lib/platform/env';

/**
 * Pool settings of a role. Waiting for a connection ends after 2 s; statements end after the role's own statement_timeout of 5 s, and
 * a tenant's at the latest here, should the server have stopped answering. Jobs of the console's role may take longer.
 */
export function databaseConfig(role: DatabaseRole, max: number = env().databasePoolSize): pg.PoolConfig {
  const { databaseUrl, masterKey } = env();
  return {
    connectionString: roleUrl(databaseUrl, role, masterKey),
    max,
    connectionTimeoutMillis: 2_000,
    // Connections are dear to open: a burst after a quiet minute should find them open.
    idleTimeoutMillis: 300_000,
    ...(role === 'portico_app' && { query_timeout: 6_000 }),
    application_name: role,
  };
}
