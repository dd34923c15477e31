import type { ClientBase } from 'pg';

interface Row {
  name: string;
  grants: string[];
}

/** The key of the proofs (lib/platform/tenant-proof.ts): the owner's function reads it, and nobody else. */
const expected = 'proof_key';

/** Schema `app` holds functions; the one table there is the owner's alone. */
export async function findAppSchemaFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<Row>(`
    SELECT c.relname AS name, ARRAY (
      SELECT g.privilege_type || ' to ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC')
      FROM aclexplode(c.relacl) g WHERE g.grantee <> c.relowner
      UNION ALL
      SELECT g.privilege_type || ' (column) to ' || coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC')
      FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) g WHERE a.attrelid = c.oid AND g.grantee <> c.relowner
      ORDER BY 1) AS grants
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'app' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')`);
  return rows.flatMap(({ name, grants }) => [
    ...(name === expected ? [] : [`app.${name} is not expected in schema app, which holds functions`]),
    ...grants.map((grant) => `app.${name} grants ${grant}`),
  ]);
}
