import 'server-only';
import type { ClientBase } from 'pg';
import { tables } from '@/lib/tenancy/tables';
import { actAs } from './borrow-role';
import { makeRow, type PlantedRow } from './make-row';
import { untriedSentence } from './rules';
import { insertInto } from './statements';
import type { TableShape } from './table-shape';
import { tentatively } from './tentatively';

export interface Planting {
  rows: ReadonlyMap<string, PlantedRow>;
  /** Tables that took no row, each with the reason. */
  failures: string[];
}

/**
 * One row of this tenant in each table that holds tenants' rows, and in what those point at. Written by the role that writes there in
 * ordinary work, through the same policies, so that a row which exists is a row as it would really be.
 */
export async function plantRows(
  client: ClientBase,
  shapes: readonly TableShape[],
  tenantId: string,
): Promise<Planting> {
  const rows = new Map<string, PlantedRow>();
  const failures: string[] = [];
  const wanted = shapes.filter((shape) => isWanted(shape, shapes));
  for (const shape of wanted) {
    try {
      const row = makeRow(shape, tenantId, (table) => rows.get(table));
      await tentatively(client, () => plantRow(client, shape, row, tenantId));
      rows.set(shape.name, row);
    } catch (error) {
      failures.push(
        untriedSentence(shape.label, 'plant a row', error instanceof Error ? error.message : String(error)),
      );
    }
  }
  return { rows, failures };
}

async function plantRow(client: ClientBase, shape: TableShape, row: PlantedRow, tenantId: string): Promise<void> {
  const { app, console } = tables[shape.name];
  if (app.includes('I')) await actAs(client, 'portico_app', tenantId);
  else if (console.includes('I')) await actAs(client, 'portico_console', null);
  else throw new Error('no role may insert into it');
  const { text, values } = insertInto(shape, row);
  await client.query(text, values);
}

/** Platform tables need a row only where a tenant's row points at them. */
function isWanted({ kind, name }: TableShape, shapes: readonly TableShape[]): boolean {
  if (kind === 'tenant' || kind === 'directory') return true;
  return shapes.some(
    (other) =>
      (other.kind === 'tenant' || other.kind === 'directory') &&
      other.foreignKeys.some(({ target }) => target === name),
  );
}
