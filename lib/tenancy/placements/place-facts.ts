import type { ClientBase } from 'pg';
import { OWNER_ROLE } from '@/lib/platform/database-roles';
import { placedTables } from '../tables';

/** One thing that can be said of a place: the kind and name of an object, and how it is defined. */
export interface PlaceFact {
  /** Empty for what is said of the schema itself. */
  table: string;
  kind: string;
  name: string;
  fact: string;
}

/** Stands for the tenant's id where a definition names it. */
export const TENANT = '{tenant}';

/** What every place should be: as the tables of `public` are, apart from the differences that place-script.ts makes on purpose. */
export async function readExpectedFacts(main: ClientBase): Promise<PlaceFact[]> {
  const { rows } = await main.query<PlaceFact>(
    `WITH ${relations(`n.nspname = 'public' AND c.relname = ANY ($1::text[]) AND c.relkind IN ('r', 'p')`)}
     SELECT f.table, f.kind, f.name, f.fact FROM (${facts}) f
     WHERE (f.kind <> 'policy' OR f.fact LIKE '% TO {portico_app} %') AND (f.kind <> 'grant' OR f.name LIKE 'portico\\_app %')`,
    [placedTables],
  );
  return [...rows, ...placedTables.flatMap(ofEveryTable), ...ofTheSchema];
}

/** True of each table of a place, whatever may be wrong with the one in `public`. */
function ofEveryTable(table: string): PlaceFact[] {
  return [
    { table, kind: 'relation', name: '', fact: 'r' },
    { table, kind: 'owner', name: '', fact: OWNER_ROLE },
    { table, kind: 'row-level security', name: '', fact: 'on, forced' },
    { table, kind: 'constraint', name: 'one_tenant', fact: `CHECK (tenant_id = '${TENANT}'::uuid)` },
  ];
}

const books = '_prisma_migrations';
const ofTheSchema: PlaceFact[] = [
  { table: '', kind: 'owner', name: '', fact: OWNER_ROLE },
  { table: '', kind: 'grant', name: 'portico_app USAGE', fact: 'held' },
  { table: books, kind: 'relation', name: '', fact: 'r' },
  { table: books, kind: 'owner', name: '', fact: OWNER_ROLE },
];

/** The relations that `facts` is about; `tenant` is the id that the schema's name stands for. */
export function relations(which: string): string {
  return `relations AS (
    SELECT c.oid, c.relname AS name, c.relkind, c.relowner, c.relacl, c.relrowsecurity, c.relforcerowsecurity, c.relnamespace,
      n.nspname AS place, quote_ident(n.nspname) || '.' AS prefix, ${tenantOf('n')} AS tenant
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${which})`;
}

export function tenantOf(namespace: string): string {
  return `CASE WHEN ${namespace}.nspname ~ '^t_[0-9a-f]{32}$' THEN substr(${namespace}.nspname, 3)::uuid::text END`;
}

/**
 * Columns, constraints, indexes, triggers, policies and grants, in words that are the same in every schema. A foreign key says
 * whether it stays in its schema: by name alone, `members` of another schema could look like the own one.
 */
export const facts = `
  SELECT t.place, t.name AS table, 'column' AS kind, a.attname::text AS name,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), 'DEFAULT ' || replace(pg_get_expr(d.adbin, d.adrelid), t.prefix, ''),
      CASE WHEN a.attnotnull THEN 'NOT NULL' END, nullif(a.attgenerated::text || a.attidentity::text, '')) AS fact
  FROM relations t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
  WHERE t.relkind IN ('r', 'p') AND t.name <> '${books}'
  UNION ALL
  SELECT t.place, t.name, 'constraint', k.conname, replace(replace(pg_get_constraintdef(k.oid, true), t.prefix, ''), coalesce(t.tenant, ''), '${TENANT}')
    || CASE WHEN k.confrelid <> 0 AND f.relnamespace <> t.relnamespace THEN ' in another schema' ELSE '' END
  FROM relations t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conparentid = 0
    LEFT JOIN pg_class f ON f.oid = k.confrelid WHERE t.name <> '${books}'
  UNION ALL
  SELECT t.place, t.name, 'index', i.relname, replace(replace(pg_get_indexdef(x.indexrelid), ' ON ONLY ', ' ON '), t.prefix, '')
    || CASE WHEN x.indisvalid THEN '' ELSE ' (not valid)' END
  FROM relations t JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class i ON i.oid = x.indexrelid WHERE t.name <> '${books}'
  UNION ALL
  SELECT t.place, t.name, 'trigger', g.tgname, replace(pg_get_triggerdef(g.oid), t.prefix, '') || CASE g.tgenabled WHEN 'O' THEN '' ELSE ' (off)' END
  FROM relations t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal
  UNION ALL
  SELECT t.place, t.name, 'policy', p.polname, format('%s %s TO %s USING %s CHECK %s', p.polcmd, p.polpermissive,
    (SELECT array_agg(coalesce(nullif(r, 0)::regrole::text, 'PUBLIC')) FROM unnest(p.polroles) r),
    replace(pg_get_expr(p.polqual, p.polrelid), t.prefix, ''), replace(pg_get_expr(p.polwithcheck, p.polrelid), t.prefix, ''))
  FROM relations t JOIN pg_policy p ON p.polrelid = t.oid
  UNION ALL
  SELECT t.place, t.name, 'grant', concat_ws(' ', coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC'), g.privilege_type), 'held'
  FROM relations t CROSS JOIN LATERAL aclexplode(t.relacl) g WHERE g.grantee <> t.relowner
  UNION ALL
  SELECT DISTINCT t.place, t.name, 'grant', concat_ws(' ', coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC'), g.privilege_type, 'of', a.attname), 'held'
  FROM relations t JOIN pg_attribute a ON a.attrelid = t.oid CROSS JOIN LATERAL aclexplode(a.attacl) g WHERE g.grantee <> t.relowner`;
