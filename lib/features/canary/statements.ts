import pg from 'pg';
import type { PlantedRow } from './make-row';
import type { TableShape } from './table-shape';

/** A statement with its values. Names come from the catalog, values are parameters. */
export interface Statement {
  text: string;
  values: string[];
}

const quoted = (name: string): string => pg.escapeIdentifier(name);
const tableOf = (schema: string, name: string): string => `${quoted(schema)}.${quoted(name)}`;

export function insertInto(shape: TableShape, row: PlantedRow): Statement {
  const names = Object.keys(row);
  const places = names.map((name, at) => `$${at + 1}::${typeOf(shape, name)}`);
  return {
    text: `INSERT INTO ${tableOf(shape.schema, shape.name)} (${names.map(quoted).join(', ')}) VALUES (${places.join(', ')})`,
    values: Object.values(row),
  };
}

export function selectFrom(shape: TableShape, where: PlantedRow): Statement {
  const { text, values } = condition(shape, where);
  return { text: `SELECT 1 FROM ${tableOf(shape.schema, shape.name)} WHERE ${text} LIMIT 1`, values };
}

/** Any row that is not this owner's; without an owner any row at all. */
export function selectBeside(shape: TableShape, column: string, owner: string | null): Statement {
  const text = `SELECT 1 FROM ${tableOf(shape.schema, shape.name)}`;
  if (owner === null) return { text: `${text} LIMIT 1`, values: [] };
  return { text: `${text} WHERE ${quoted(column)} <> $1::uuid LIMIT 1`, values: [owner] };
}

/** Sets columns of the rows found; an empty `set` writes a column's own value back. */
export function updateOf(shape: TableShape, set: PlantedRow, where: PlantedRow, column: string): Statement {
  const found = condition(shape, where, Object.keys(set).length);
  const written = Object.keys(set).map((name, at) => `${quoted(name)} = $${at + 1}::${typeOf(shape, name)}`);
  const list = written.length ? written.join(', ') : `${quoted(column)} = ${quoted(column)}`;
  return {
    text: `UPDATE ${tableOf(shape.schema, shape.name)} SET ${list} WHERE ${found.text}`,
    values: [...Object.values(set), ...found.values],
  };
}

export function deleteFrom(shape: TableShape, where: PlantedRow): Statement {
  const { text, values } = condition(shape, where);
  return { text: `DELETE FROM ${tableOf(shape.schema, shape.name)} WHERE ${text}`, values };
}

/** Statements that a role without any right is refused before they could touch a row: none of them looks for one. */
export function refusedStatements(
  { schema }: TableShape,
  table: string,
  column: string,
): Record<'read' | 'insert' | 'update' | 'delete', Statement> {
  const name = tableOf(schema, table);
  return {
    read: { text: `SELECT 1 FROM ${name} LIMIT 1`, values: [] },
    insert: { text: `INSERT INTO ${name} DEFAULT VALUES`, values: [] },
    update: { text: `UPDATE ${name} SET ${quoted(column)} = DEFAULT WHERE false`, values: [] },
    delete: { text: `DELETE FROM ${name} WHERE false`, values: [] },
  };
}

function condition(shape: TableShape, where: PlantedRow, after = 0): Statement {
  const names = Object.keys(where);
  const text = names.map((name, at) => `${quoted(name)} = $${after + at + 1}::${typeOf(shape, name)}`).join(' AND ');
  return { text: text || 'true', values: Object.values(where) };
}

function typeOf(shape: TableShape, column: string): string {
  return shape.columns.find(({ name }) => name === column)?.type ?? 'text';
}
