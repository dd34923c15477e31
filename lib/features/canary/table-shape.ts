import 'server-only';
import type { ClientBase } from 'pg';
import { tableNames, tables, type TableKind, type TableName } from '@/lib/tenancy/tables';

/** What the catalog says about a table: enough to make a row of it, and to know by which keys it could be reached. */
export interface TableShape {
  name: TableName;
  schema: string;
  /** How the findings call it: "members", or "members (own schema)". */
  label: string;
  kind: TableKind;
  columns: Column[];
  primaryKey: string[];
  /** Columns of any unique key, whether whole or partial. */
  keyColumns: ReadonlySet<string>;
  foreignKeys: ForeignKey[];
  partitions: string[];
}

export interface Column {
  name: string;
  /** As `format_type` writes it. */
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  /** By the application's role. */
  updatable: boolean;
  /** The words that a CHECK allows. */
  choices: string[];
}

export interface ForeignKey {
  name: string;
  columns: string[];
  target: string;
  targetColumns: string[];
}

/** The column that says whose a row is. */
export function ownerColumn({ name }: { name: string }): string {
  return name === 'tenants' ? 'id' : 'tenant_id';
}

/** A table that is missing in the database is missing here. Targets of foreign keys stand before those that point at them. */
export async function readShapes(client: ClientBase, schema = 'public', label = ''): Promise<TableShape[]> {
  const { rows } = await client.query<Row>(query, [tableNames, schema]);
  return inOrder(rows.map((row) => toShape(row, schema, label)));
}

interface Row {
  name: TableName;
  columns: (Omit<Column, 'choices'> & { checks: string[] | null })[];
  primary_key: string[] | null;
  key_columns: string[] | null;
  foreign_keys: ForeignKey[] | null;
  partitions: string[] | null;
}

const query = `
  SELECT c.relname AS name,
    (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'nullable', NOT a.attnotnull,
              'hasDefault', a.atthasdef OR a.attidentity <> '',
              'updatable', has_column_privilege('portico_app', c.oid, a.attnum, 'UPDATE'),
              'checks', (SELECT json_agg(pg_get_constraintdef(k.oid)) FROM pg_constraint k
                         WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum])) ORDER BY a.attnum)
     FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT json_agg(a.attname ORDER BY u.i) FROM pg_index x CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY u(n, i)
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.n WHERE x.indrelid = c.oid AND x.indisprimary) AS primary_key,
    (SELECT json_agg(DISTINCT a.attname) FROM pg_index x CROSS JOIN LATERAL unnest(x.indkey::int2[]) n
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = n WHERE x.indrelid = c.oid AND x.indisunique) AS key_columns,
    (SELECT json_agg(json_build_object('name', k.conname, 'target', f.relname,
              'columns', (SELECT json_agg(a.attname ORDER BY u.i) FROM unnest(k.conkey) WITH ORDINALITY u(n, i)
                          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.n),
              'targetColumns', (SELECT json_agg(a.attname ORDER BY u.i) FROM unnest(k.confkey) WITH ORDINALITY u(n, i)
                          JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.n)))
     FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
     WHERE k.conrelid = c.oid AND k.contype = 'f') AS foreign_keys,
    (SELECT json_agg(p.relname ORDER BY p.relname) FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhrelid
     WHERE i.inhparent = c.oid) AS partitions
  FROM pg_class c
  WHERE c.relnamespace = $2::text::regnamespace AND c.relkind IN ('r', 'p') AND c.relname = ANY ($1::text[])
  ORDER BY c.relname`;

function toShape(row: Row, schema: string, label: string): TableShape {
  return {
    name: row.name,
    schema,
    label: label ? `${row.name} (${label})` : row.name,
    kind: tables[row.name].kind,
    columns: row.columns.map(({ checks, ...column }) => ({ ...column, choices: choicesOf(checks ?? []) })),
    primaryKey: row.primary_key ?? [],
    keyColumns: new Set(row.key_columns ?? []),
    foreignKeys: row.foreign_keys ?? [],
    partitions: row.partitions ?? [],
  };
}

/** `CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text])))` → draft, published. */
function choicesOf(checks: readonly string[]): string[] {
  const list = checks.map((check) => /= ANY \(ARRAY\[(.*)\]\)/.exec(check)?.[1]).find(Boolean) ?? '';
  return [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, word = '']) => word.replaceAll("''", "'"));
}

function inOrder(shapes: readonly TableShape[]): TableShape[] {
  const ordered: TableShape[] = [];
  const visit = (shape: TableShape, path: readonly string[]): void => {
    if (ordered.includes(shape) || path.includes(shape.name)) return;
    for (const { target } of shape.foreignKeys) {
      const parent = shapes.find(({ name }) => name === target);
      if (parent) visit(parent, [...path, shape.name]);
    }
    ordered.push(shape);
  };
  for (const shape of shapes) visit(shape, []);
  return ordered;
}
