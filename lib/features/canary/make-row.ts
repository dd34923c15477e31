import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { ownerColumn, type Column, type ForeignKey, type TableShape } from './table-shape';

/** Values as PostgreSQL writes them, by column. What is not here is left to the column's default. */
export type PlantedRow = Readonly<Record<string, string>>;

/**
 * A row that the table accepts, derived from its columns: unique where a key wants it, one of the words where a CHECK names them,
 * and pointing at its owner's own rows.
 * @param parentOf the owner's row in the table that a key points at
 * @throws Error where a column has a type that nobody taught the canary
 */
export function makeRow(
  shape: TableShape,
  tenantId: string,
  parentOf: (table: string) => PlantedRow | undefined,
): PlantedRow {
  const row: Record<string, string> = {};
  for (const column of shape.columns) {
    const wanted = shape.keyColumns.has(column.name) || (!column.nullable && !column.hasDefault);
    if (wanted) row[column.name] = makeValue(column);
  }
  for (const key of shape.foreignKeys) {
    // A table that points at itself gets no parent: its first row has none either.
    const parent = key.target === shape.name ? undefined : parentOf(key.target);
    if (parent) Object.assign(row, pointAt(key, parent));
  }
  if (shape.kind === 'tenant' || shape.kind === 'directory') row[ownerColumn(shape)] = tenantId;
  return row;
}

/** The columns of a key, filled with the values of the row that it is to point at. */
export function pointAt({ columns, targetColumns }: ForeignKey, row: PlantedRow): PlantedRow {
  return Object.fromEntries(columns.map((column, at) => [column, row[targetColumns[at] ?? ''] ?? '']));
}

function makeValue({ name, type, choices }: Column): string {
  if (choices[0] !== undefined) return choices[0];
  const make = makers.find(([pattern]) => pattern.test(type))?.[1];
  if (!make) throw new Error(`the canary can't make a value of type ${type} for column ${name}`);
  return make();
}

const day = 86_400_000;
const recently = (): Date => new Date(Date.now() - randomInt(20 * day));
const longAgo = (): Date => new Date(Date.now() - (5_000 + randomInt(9_000)) * day);

const makers: readonly (readonly [RegExp, () => string])[] = [
  [/\[\]$/, () => '{}'],
  [/^uuid$/, () => randomUUID()],
  // Fits a slug, a host name and an address that must be in lower case.
  [/^(text|character varying)/, () => `canary-${randomBytes(8).toString('hex')}`],
  [/^(smallint|integer|bigint|numeric|real|double precision)/, () => String(1 + randomInt(30_000))],
  [/^boolean$/, () => 'false'],
  [/^jsonb?$/, () => '{}'],
  // A month that has its partition.
  [/^timestamp/, () => recently().toISOString()],
  // Days are keys: one that another row of the run has not.
  [/^date$/, () => longAgo().toISOString().slice(0, 10)],
  [/^bytea$/, () => `\\x${randomBytes(16).toString('hex')}`],
  [/^(inet|cidr)$/, () => '192.0.2.1'],
];
