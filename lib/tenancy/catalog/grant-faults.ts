import type { ClientBase } from 'pg';
import { tableNames, tables } from '../tables';

interface TableGrant {
  table: string;
  is_partition: boolean;
  grantee: string;
  privilege: string;
}

const letters: Record<string, string> = { SELECT: 'S', INSERT: 'I', UPDATE: 'U', DELETE: 'D' };

/** Each role holds exactly the privileges that tables.ts gives it; TRUNCATE, REFERENCES and TRIGGER nobody; partitions nothing at all. */
export async function findGrantFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<TableGrant>(`
    SELECT c.relname AS table, c.relispartition AS is_partition,
           coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC') AS grantee, g.privilege_type AS privilege
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) g
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND g.grantee <> c.relowner
      AND c.relname <> '_prisma_migrations'
    UNION ALL
    SELECT c.relname, c.relispartition, coalesce(nullif(g.grantee, 0)::regrole::text, 'PUBLIC'), g.privilege_type || ' (column)'
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid CROSS JOIN LATERAL aclexplode(a.attacl) g
    WHERE c.relnamespace = 'public'::regnamespace AND g.grantee <> c.relowner`);

  const faults = rows
    .filter((row) => row.is_partition)
    .map((row) => `partition ${row.table} grants ${row.privilege} to ${row.grantee}`);
  const held = new Map<string, Set<string>>();
  for (const row of rows.filter((grant) => !grant.is_partition)) {
    const letter = row.privilege === 'UPDATE (column)' ? 'u' : letters[row.privilege];
    if (!letter) faults.push(`${row.table} grants ${row.privilege} to ${row.grantee}`);
    else held.set(`${row.table} ${row.grantee}`, (held.get(`${row.table} ${row.grantee}`) ?? new Set()).add(letter));
  }
  for (const table of tableNames) {
    compare(faults, held, table, 'portico_app', tables[table].app);
    compare(faults, held, table, 'portico_console', tables[table].console);
  }
  for (const [key, privileges] of held)
    faults.push(`${key} holds ${[...privileges].join('')}, which tables.ts does not give`);
  return faults;
}

function compare(
  faults: string[],
  held: Map<string, Set<string>>,
  table: string,
  role: string,
  expected: string,
): void {
  const key = `${table} ${role}`;
  const actual = [...(held.get(key) ?? [])].sort().join('');
  held.delete(key);
  if (actual !== [...expected].sort().join(''))
    faults.push(`${role} holds '${actual}' on ${table}, expected '${expected}'`);
}
