import type { ClientBase } from 'pg';
import { tableNames, tables, type TableFacts, type TableName } from '../tables';

interface Row {
  name: string;
  kind: string;
  tenant_column: string | null;
  invoker: boolean;
}

const bookkeeping = new Set(['_prisma_migrations']);

/** Each table is named in the const table and each named table exists; a tenant's has a tenant_id that can't be null; views use the caller's rights. */
export async function findTableFaults(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<Row>(`
    SELECT c.relname AS name, c.relkind::text AS kind,
           (SELECT format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN '' ELSE ' null' END
            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS tenant_column,
           coalesce('security_invoker=true' = ANY (c.reloptions), false) AS invoker
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition`);
  const present = new Set(rows.map((row) => row.name));
  return [
    ...tableNames
      .filter((name) => !present.has(name))
      .map((name) => `${name} is named in tables.ts and missing in the database`),
    ...rows.filter((row) => !bookkeeping.has(row.name)).flatMap(faultsOf),
  ];
}

function faultsOf({ name, kind, tenant_column: column, invoker }: Row): string[] {
  if (kind === 'v') return invoker ? [] : [`view ${name} runs with its owner's rights`];
  if (kind === 'm' || kind === 'f')
    return [`${name} is a materialised view or foreign table, which policies don't cover`];
  const facts: TableFacts | undefined = name in tables ? tables[name as TableName] : undefined;
  if (!facts) return [`${name} is not named in tables.ts`];
  const faults: string[] = [];
  if (facts.kind === 'tenant' && column !== 'uuid')
    faults.push(`${name} is a tenant's table without a tenant_id uuid not null`);
  if ((facts.kind === 'system' || facts.kind === 'reference') && column !== null)
    faults.push(`${name} has a tenant_id and is called ${facts.kind}`);
  if ((facts.partitioned ?? false) !== (kind === 'p'))
    faults.push(`${name} is ${kind === 'p' ? '' : 'not '}partitioned, against tables.ts`);
  return faults;
}
