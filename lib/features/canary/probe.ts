import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { sqlState } from '@/lib/platform/sql-state';
import { tables } from '@/lib/tenancy/tables';
import { attemptsOn, twinOf, type Attempt, type Planted } from './attempts';
import { actAs, actAsLogin } from './borrow-role';
import { attemptsOnEntry } from './entry-attempts';
import { plantRows } from './plant-rows';
import { ProbeRecord } from './probe-record';
import { untriedSentence, type Outcome } from './rules';
import type { Attacker } from './schema';
import { selectFrom } from './statements';
import { ownerColumn, readShapes, type TableShape } from './table-shape';
import { tentatively } from './tentatively';

/**
 * Tries to get from one tenant to another, on every table, in every place the application can be in. Wants an open transaction, which
 * the caller rolls back: the tenants in it are made up, and their rows are never seen by anybody else.
 */
export async function probeWall(client: ClientBase, options: { setConfigIsOpen: boolean }): Promise<ProbeRecord> {
  const record = new ProbeRecord();
  const shapes = await readShapes(client);
  const [ownId, foreignId, twinId] = [randomUUID(), randomUUID(), randomUUID()];
  const [own, foreign] = [await plantRows(client, shapes, ownId), await plantRows(client, shapes, foreignId)];
  record.untried.push(...new Set([...own.failures, ...foreign.failures]));
  const planted: Planted = { own: own.rows, foreign: foreign.rows, ownId, foreignId };

  await inPlace(client, record, 'tenant', ownId, async () => {
    for (const shape of shapes) {
      await requireOwnRow(client, record, shape, planted);
      await tryAll(client, record, 'tenant', attemptsOn(shape, 'tenant', planted));
    }
    await tryAll(client, record, 'tenant', attemptsOnEntry(ownId, foreignId, options));
  });
  await inPlace(client, record, 'tenant', twinId, () => tryTwins(client, record, shapes, planted, twinId));
  for (const attacker of ['nobody', 'worker'] as const) {
    await inPlace(client, record, attacker, null, async () => {
      for (const shape of shapes) await tryAll(client, record, attacker, attemptsOn(shape, attacker, planted));
    });
  }
  return record;
}

/** Whatever goes wrong in one place, the others are tried. */
export async function inPlace(
  client: ClientBase,
  record: ProbeRecord,
  attacker: Attacker,
  tenantId: string | null,
  work: () => Promise<void>,
): Promise<void> {
  const role = roles[attacker];
  try {
    await tentatively(client, async () => {
      await actAs(client, role, tenantId);
      await client.query('SAVEPOINT attempt');
      await work();
      await actAsLogin(client);
    });
  } catch (error) {
    record.untried.push(untriedSentence('The database', `act as ${role}`, messageOf(error)));
  }
}

/** Who does not even see its own row is not the application, and what it can't see proves nothing. */
export async function requireOwnRow(
  client: ClientBase,
  record: ProbeRecord,
  shape: TableShape,
  { own, ownId }: Planted,
): Promise<void> {
  if (!own.has(shape.name) || shape.kind === 'reference' || !tables[shape.name].app.includes('S')) return;
  const outcome = await outcomeOf(client, selectFrom(shape, { [ownerColumn(shape)]: ownId }));
  if (!('rows' in outcome) || outcome.rows !== 1)
    record.untried.push(untriedSentence(shape.label, 'read a row of its own', 'the row is not seen'));
}

const roles = {
  tenant: 'portico_app',
  nobody: 'portico_app',
  worker: 'portico_worker',
  console: 'portico_console',
} as const;

export async function tryAll(
  client: ClientBase,
  record: ProbeRecord,
  attacker: Attacker,
  attempts: readonly Attempt[],
): Promise<void> {
  for (const attempt of attempts) record.add(attacker, attempt, await outcomeOf(client, attempt.statement));
}

/** Twins stay until the end of this place, since those that point at them come later. */
async function tryTwins(
  client: ClientBase,
  record: ProbeRecord,
  shapes: readonly TableShape[],
  { foreign }: Planted,
  twinId: string,
): Promise<void> {
  for (const shape of shapes) {
    const row = foreign.get(shape.name);
    if (!row || shape.kind === 'reference' || shape.kind === 'system') continue;
    const attempt = twinOf(shape, row, twinId);
    record.add('tenant', attempt, await outcomeOf(client, attempt.statement, 'keep'));
  }
}

/** Within the place's own savepoint, to which each attempt returns; what is to be kept moves it on. */
async function outcomeOf(
  client: ClientBase,
  { text, values }: Attempt['statement'],
  effect: 'undo' | 'keep' = 'undo',
): Promise<Outcome> {
  try {
    const { rowCount } = await client.query(text, values);
    const rows = rowCount ?? 0;
    // A key that is checked at the end would let everything through until then.
    if (rows > 0) await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await client.query(effect === 'keep' ? 'RELEASE SAVEPOINT attempt; SAVEPOINT attempt' : undo);
    return { rows };
  } catch (error) {
    await client.query(undo);
    const constraint = (error as { constraint?: string }).constraint;
    return { code: sqlState(error) ?? '', message: messageOf(error), constraint };
  }
}

const undo = 'ROLLBACK TO SAVEPOINT attempt';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
