import 'server-only';
import type { ClientBase } from 'pg';
import { LOGIN_ROLES, OWNER_ROLE, type DatabaseRole } from '@/lib/platform/database-roles';
import { entryOf } from '@/lib/tenancy/context';

const roles: readonly string[] = [...LOGIN_ROLES, OWNER_ROLE];

/**
 * Lets the login of DATABASE_URL act as the application's roles for the rest of the transaction. Where it may not already, it gives
 * itself the right, which ends with the transaction like everything the canary does.
 */
export async function borrowRoles(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string; modern: boolean }>(
    `SELECT role, current_setting('server_version_num')::int >= 160000 AS modern FROM unnest($1::name[]) role
     WHERE NOT CASE WHEN current_setting('server_version_num')::int >= 160000
                    THEN pg_has_role(session_user, role, 'SET') ELSE pg_has_role(session_user, role, 'MEMBER') END`,
    [roles],
  );
  for (const { role, modern } of rows)
    await client.query(`GRANT ${role} TO session_user ${modern ? 'WITH SET TRUE, INHERIT FALSE' : ''}`);
}

/** From here on the statements are the role's, working for this tenant or for none. */
export async function actAs(client: ClientBase, role: DatabaseRole, tenantId: string | null): Promise<void> {
  await client.query(`SET LOCAL ROLE ${role}`);
  if (tenantId === null) {
    await client.query(`SET LOCAL app.tenant_id = ''`);
  } else {
    const { proof } = entryOf({ tenantId, placement: 'shared' });
    await client.query('SELECT app.enter_tenant($1, $2)', [tenantId, proof]);
  }
}

export async function actAsLogin(client: ClientBase): Promise<void> {
  await client.query('SET LOCAL ROLE NONE');
}
