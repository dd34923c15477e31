import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { OWNER_ROLE } from '@/lib/platform/database-roles';
import { placeSchema } from '@/lib/tenancy/placements/names';
import { fillSchema } from '@/lib/tenancy/placements/place';
import { attemptsOn, attemptsOnPlace, type Planted } from './attempts';
import { plantRows } from './plant-rows';
import { inPlace, requireOwnRow, tryAll } from './probe';
import type { ProbeRecord } from './probe-record';
import { readShapes, type TableShape } from './table-shape';
import { untriedSentence } from './rules';
import { tentatively } from './tentatively';

export interface PlacesToProbe {
  /** How the findings call them: "own schema", "own database". */
  label: string;
  /** Makes a place's tables (readPlaceScript). */
  script: (tenantId: string) => string;
  /** Tenants that have their place in this database. */
  tenantIds: readonly string[];
}

/**
 * Tries to get from one tenant's place into another's, on two places that are made for it and two made-up tenants, and into the places
 * that are really there. Wants an open transaction, which the caller rolls back: nobody ever sees the made-up places.
 */
export async function probePlaces(client: ClientBase, record: ProbeRecord, places: PlacesToProbe): Promise<void> {
  try {
    await tentatively(client, () => probe(client, record, places));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    record.untried.push(untriedSentence(`A place (${places.label})`, 'make one like the others', reason));
  }
}

async function probe(
  client: ClientBase,
  record: ProbeRecord,
  { label, script, tenantIds }: PlacesToProbe,
): Promise<void> {
  const [ownId, foreignId] = [randomUUID(), randomUUID()];
  const own = await makePlace(client, ownId, script(ownId), label);
  const foreign = await makePlace(client, foreignId, script(foreignId), label);
  const [mine, theirs] = [await plantRows(client, own, ownId), await plantRows(client, foreign, foreignId)];
  record.untried.push(...mine.failures, ...theirs.failures);
  const planted: Planted = { own: mine.rows, foreign: theirs.rows, ownId, foreignId };

  await inPlace(client, record, 'tenant', ownId, async () => {
    for (const shape of own) {
      await requireOwnRow(client, record, shape, planted);
      await tryAll(client, record, 'tenant', attemptsOn(shape, 'tenant', planted));
    }
    // In the other's place it is a stranger, like one who works for nobody.
    for (const shape of foreign) await tryAll(client, record, 'tenant', attemptsOn(shape, 'nobody', planted));
  });
  await inPlace(client, record, 'nobody', null, async () => {
    for (const shape of foreign) await tryAll(client, record, 'nobody', attemptsOn(shape, 'nobody', planted));
  });
  const real: TableShape[] = [];
  for (const tenantId of tenantIds) real.push(...(await readShapes(client, placeSchema(tenantId), label)));
  await inPlace(client, record, 'tenant', ownId, async () => {
    for (const shape of real) await tryAll(client, record, 'tenant', attemptsOn(shape, 'nobody', planted));
  });
  for (const attacker of ['worker', 'console'] as const) {
    await inPlace(client, record, attacker, null, async () => {
      for (const shape of [...foreign, ...real]) await tryAll(client, record, attacker, attemptsOnPlace(shape));
    });
  }
}

async function makePlace(client: ClientBase, tenantId: string, script: string, label: string): Promise<TableShape[]> {
  await tentatively(client, async () => {
    await client.query(`SET LOCAL ROLE ${OWNER_ROLE}`);
    await fillSchema(client, tenantId, script);
    await client.query('SET LOCAL ROLE NONE; SET LOCAL search_path TO DEFAULT');
  });
  return readShapes(client, placeSchema(tenantId), label);
}
