import type { ClientBase } from 'pg';
import { placedTables } from '../tables';

/** Stands for the tenant's id in the script. */
const TENANT = '{tenant}';

/**
 * The statements that make a tenant's place, read off the tables in `public`: a new place is as new as they are, and no table is
 * described twice. Run as the owner, in the place's empty schema. Differences from `public` are wanted: each table takes rows of this
 * one tenant only, whatever the policies say; the console's role has no policy and no grant; the log is one table, not one a month.
 */
export async function readPlaceScript(client: ClientBase): Promise<(tenantId: string) => string> {
  // Within public's path names come without a schema, so that they mean the place's own tables where the script runs.
  const { rows } = await client.query<{ statement: string }>(statements, [placedTables]);
  const script = rows.map(({ statement }) => statement).join(';\n');
  return (tenantId) => script.replaceAll(TENANT, tenantId);
}

const statements = `
  WITH placed AS (
    SELECT c.oid, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity, c.relacl FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY ($1::text[]))
  SELECT statement FROM (
    SELECT 1 AS rank, t.name, format('CREATE TABLE %I (%s)', t.name, string_agg(
      format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), CASE WHEN a.attnotnull THEN ' NOT NULL' END), ', ' ORDER BY a.attnum)) AS statement
    FROM placed t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum GROUP BY t.name
    UNION ALL
    SELECT 2, t.name, format('ALTER TABLE %I ADD CONSTRAINT one_tenant CHECK (tenant_id = %L::uuid)', t.name, '${TENANT}') FROM placed t
    UNION ALL
    SELECT CASE k.contype WHEN 'f' THEN 5 ELSE 3 END, t.name,
      format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.name, k.conname, pg_get_constraintdef(k.oid, true))
    FROM placed t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conparentid = 0
    UNION ALL
    SELECT 4, t.name, replace(pg_get_indexdef(x.indexrelid, 0, true), ' ON ONLY ', ' ON ')
    FROM placed t JOIN pg_index x ON x.indrelid = t.oid
    WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.indexrelid)
    UNION ALL
    SELECT 6, t.name, pg_get_triggerdef(g.oid, true) FROM placed t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal
    UNION ALL
    SELECT 7, t.name, format('ALTER TABLE %1$I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t.name) FROM placed t
    UNION ALL
    SELECT 8, t.name, format('CREATE POLICY %I ON %I TO portico_app USING (%s) WITH CHECK (%s)', p.polname, t.name,
      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
    FROM placed t JOIN pg_policy p ON p.polrelid = t.oid AND p.polroles = ARRAY['portico_app'::regrole::oid]
    UNION ALL
    SELECT 9, t.name, format('GRANT %s ON %I TO portico_app', string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type), t.name)
    FROM placed t CROSS JOIN LATERAL aclexplode(t.relacl) g WHERE g.grantee = 'portico_app'::regrole GROUP BY t.name
  ) s ORDER BY rank, name, statement`;
