import type { ClientBase } from 'pg';
import { tableNames, tables, type TableKind } from '../tables';

interface UniqueRow {
  table: string;
  index: string;
  first_column: string | null;
}

interface ForeignKeyRow {
  table: string;
  constraint: string;
  target: string;
  columns: string[];
  target_columns: string[];
  on_update: string;
  on_delete: string;
}

/**
 * Uniqueness and references are checked by the database past its policies, so a key that is not led by tenant_id would see across
 * tenants: a unique one tells that a foreign row exists, a foreign one reaches it.
 */
export async function findKeyFaults(client: ClientBase): Promise<string[]> {
  return [...(await findUniqueFaults(client)), ...(await findForeignKeyFaults(client))];
}

async function findUniqueFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<UniqueRow>(`
    SELECT t.relname AS table, i.relname AS index,
           (SELECT a.attname FROM pg_attribute a WHERE a.attrelid = x.indrelid AND a.attnum = x.indkey[0]) AS first_column
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
    WHERE t.relnamespace = 'public'::regnamespace AND (x.indisunique OR x.indisexclusion) AND NOT t.relispartition`);
  return rows
    .filter((row) => kindOf(row.table) === 'tenant' && row.first_column !== 'tenant_id')
    .map((row) => `${row.table}: unique index ${row.index} is not led by tenant_id`);
}

async function findForeignKeyFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<ForeignKeyRow>(`
    SELECT t.relname AS table, k.conname AS constraint, f.relname AS target,
           ARRAY (SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n ORDER BY u.i) AS columns,
           ARRAY (SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY u(n, i) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n ORDER BY u.i) AS target_columns,
           k.confupdtype::text AS on_update, k.confdeltype::text AS on_delete
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
    WHERE k.contype = 'f' AND t.relnamespace = 'public'::regnamespace AND NOT t.relispartition`);
  return rows.flatMap((row) => {
    const [from, to] = [kindOf(row.table), kindOf(row.target)];
    const faults: string[] = [];
    const ledByTenant = row.columns[0] === 'tenant_id' && row.target_columns[0] === 'tenant_id';
    if ((from === 'tenant' || to === 'tenant') && !ledByTenant)
      faults.push(`${row.table}: foreign key ${row.constraint} to ${row.target} is not led by tenant_id`);
    if (row.on_update !== 'a') faults.push(`${row.table}: foreign key ${row.constraint} changes keys on update`);
    if (row.on_delete === 'n' || row.on_delete === 'd')
      faults.push(`${row.table}: foreign key ${row.constraint} sets columns on delete, tenant_id among them`);
    return faults;
  });
}

function kindOf(table: string): TableKind | undefined {
  const name = tableNames.find((known) => known === table);
  return name && tables[name].kind;
}
