import { tableNames, tables } from '@/lib/tenancy/tables';
import { makeRow, pointAt, type PlantedRow } from './make-row';
import type { Wall } from './rules';
import type { Attacker, Operation } from './schema';
import {
  deleteFrom,
  insertInto,
  refusedStatements,
  selectBeside,
  selectFrom,
  updateOf,
  type Statement,
} from './statements';
import { ownerColumn, type TableShape } from './table-shape';

export interface Attempt {
  table: string;
  operation: Operation;
  wall: Wall;
  /** What it would have done: "read another tenant's row". */
  deed: string;
  statement: Statement;
}

/** The rows that were planted for the attacker's tenant and for the one it is after. */
export interface Planted {
  own: ReadonlyMap<string, PlantedRow>;
  foreign: ReadonlyMap<string, PlantedRow>;
  ownId: string;
  foreignId: string;
}

/** Everything that one in this place tries on one table. */
export function attemptsOn(shape: TableShape, attacker: Attacker, planted: Planted): Attempt[] {
  const partitions = shape.partitions.flatMap((partition) => onForbidden(shape, partition));
  if (shape.kind === 'system') return onForbidden(shape, shape.name);
  if (shape.kind === 'reference') return onForbidden(shape, shape.name).filter(({ operation }) => operation !== 'read');
  const foreign = planted.foreign.get(shape.name);
  if (!foreign) return partitions;
  return [...onForeignRow(shape, foreign, attacker, planted), ...partitions];
}

function onForeignRow(shape: TableShape, foreign: PlantedRow, attacker: Attacker, planted: Planted): Attempt[] {
  const column = ownerColumn(shape);
  const theirs = { [column]: planted.foreignId };
  const parents = (table: string): PlantedRow | undefined => planted.foreign.get(table);
  const attempts = [
    attempt(shape, 'read', 'finds-nothing', "read another tenant's row", selectFrom(shape, theirs)),
    attempt(
      shape,
      'read',
      'finds-nothing',
      'read rows that are not its own',
      selectBeside(shape, column, attacker === 'tenant' ? planted.ownId : null),
    ),
    attempt(
      shape,
      'insert',
      'refused',
      'insert a row for another tenant',
      insertInto(shape, makeRow(shape, planted.foreignId, parents)),
    ),
    attempt(
      shape,
      'update',
      'finds-nothing',
      "change another tenant's row",
      updateOf(shape, {}, theirs, changeable(shape)),
    ),
    attempt(shape, 'delete', 'finds-nothing', "delete another tenant's row", deleteFrom(shape, theirs)),
    ...byId(shape, foreign),
  ];
  if (attacker === 'tenant') attempts.push(...withOwnRow(shape, planted));
  return attempts;
}

/** By the rest of its key alone, as somebody who saw an id would. */
function byId(shape: TableShape, foreign: PlantedRow): Attempt[] {
  const column = ownerColumn(shape);
  const rest = shape.primaryKey.filter((name) => name !== column);
  if (rest.length === 0) return [];
  const key = Object.fromEntries(rest.map((name) => [name, foreign[name] ?? '']));
  const deeds: [string, Statement][] = [
    ["read another tenant's row by its id", selectFrom(shape, key)],
    ["change another tenant's row by its id", updateOf(shape, {}, key, changeable(shape))],
    ["delete another tenant's row by its id", deleteFrom(shape, key)],
  ];
  return deeds.map(([deed, statement]) => attempt(shape, 'guess', 'finds-nothing', deed, statement));
}

/** Giving a row away, taking one over, and tying one to what is another tenant's. */
function withOwnRow(shape: TableShape, { own, foreign, ownId, foreignId }: Planted): Attempt[] {
  const column = ownerColumn(shape);
  const [mine, theirs] = [{ [column]: ownId }, { [column]: foreignId }];
  const moves = [
    attempt(
      shape,
      'update',
      'refused',
      'give a row of its own to another tenant',
      updateOf(shape, theirs, mine, column),
    ),
    attempt(shape, 'update', 'finds-nothing', "take another tenant's row over", updateOf(shape, mine, theirs, column)),
  ];
  const ties = shape.foreignKeys.flatMap((key) => {
    const target = isTenants(key.target) ? foreign.get(key.target) : undefined;
    if (!target) return [];
    const row = { ...makeRow(shape, ownId, (table) => own.get(table)), ...pointAt(key, target), [column]: ownId };
    const deed = `tie a row to another tenant's by the foreign key ${key.name}`;
    return [attempt(shape, 'reference', 'no-parent', deed, insertInto(shape, row))];
  });
  return [...moves, ...ties];
}

/** The other tenant's row once more, as a third tenant's own: a unique key that is not led by the tenant gives itself away. */
export function twinOf(shape: TableShape, foreign: PlantedRow, twinId: string): Attempt {
  const row = { ...foreign, [ownerColumn(shape)]: twinId };
  const deed = "learn from a unique key that another tenant's row exists";
  return attempt(shape, 'guess', 'no-collision', deed, insertInto(shape, row));
}

/** What the console and the worker try on a table of a tenant's own place: neither has any right there. */
export function attemptsOnPlace(shape: TableShape): Attempt[] {
  return onForbidden(shape, shape.name);
}

/** No right at all, whatever the row. */
function onForbidden(shape: TableShape, table: string): Attempt[] {
  const deeds = { read: 'read', insert: 'insert into', update: 'change rows of', delete: 'delete from' } as const;
  const statements = refusedStatements(shape, table, changeable(shape));
  const whole =
    shape.kind === 'tenant' ? 'the table, which is the tenant’s alone' : 'the table, which is the platform’s';
  const what = table === shape.name ? whole : `the partition ${table}, past all policies`;
  return (['read', 'insert', 'update', 'delete'] as const).map((operation) =>
    attempt(shape, operation, 'refused', `${deeds[operation]} ${what}`, statements[operation]),
  );
}

function attempt(shape: TableShape, operation: Operation, wall: Wall, deed: string, statement: Statement): Attempt {
  return { table: shape.label, operation, wall, deed, statement };
}

/** What points at plans and flags points at nobody's row. */
function isTenants(table: string): boolean {
  const known = tableNames.find((name) => name === table);
  return known !== undefined && ['tenant', 'directory'].includes(tables[known].kind);
}

/** A column that an update would write: one that the role may, if there is any, and no key. */
function changeable({ columns, keyColumns }: TableShape): string {
  const plain = columns.filter(({ name }) => !keyColumns.has(name));
  return (plain.find(({ updatable }) => updatable) ?? plain[0] ?? columns[0])?.name ?? '';
}
