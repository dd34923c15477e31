import type { ClientBase } from 'pg';

/** The roles that programs sign in with can't step out of their place, and own nothing here but the worker its queue. */
export async function findRoleFaults(client: ClientBase): Promise<string[]> {
  const { rows: powers } = await client.query<{ role: string }>(`
    SELECT rolname AS role FROM pg_roles
    WHERE rolname IN ('portico_app', 'portico_console', 'portico_worker')
      AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication OR rolinherit)`);
  const { rows: memberships } = await client.query<{ role: string; of: string }>(`
    SELECT m.member::regrole::text AS role, m.roleid::regrole::text AS of FROM pg_auth_members m
    WHERE m.member IN ('portico_app'::regrole, 'portico_console'::regrole, 'portico_worker'::regrole)`);
  const { rows: owned } = await client.query<{ object: string; owner: string }>(`
    SELECT c.relname AS object, c.relowner::regrole::text AS owner FROM pg_class c
    WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace) AND c.relkind <> 'i' AND c.relname <> '_prisma_migrations'
      AND c.relowner <> 'portico_owner'::regrole`);
  const { rows: schemas } = await client.query<{ schema: string; role: string }>(`
    SELECT n.nspname AS schema, r.rolname AS role FROM pg_namespace n CROSS JOIN pg_roles r
    WHERE n.nspname IN ('public', 'app') AND r.rolname IN ('portico_app', 'portico_console', 'portico_worker')
      AND has_schema_privilege(r.oid, n.oid, 'CREATE')`);
  return [
    ...powers.map(({ role }) => `role ${role} has rights that undo the separation of tenants`),
    ...memberships.map(({ role, of }) => `role ${role} is a member of ${of}`),
    ...owned.map(({ object, owner }) => `${object} is owned by ${owner}`),
    ...schemas.map(({ schema, role }) => `role ${role} may create objects in schema ${schema}`),
  ];
}
