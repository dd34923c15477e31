import 'server-only';
import type pg from 'pg';
import { findAppSchemaFaults } from '@/lib/tenancy/catalog/app-schema-faults';
import { OWNER_ROLE } from '@/lib/platform/database-roles';
import { findCatalogFaults } from '@/lib/tenancy/catalog/faults';
import { findSettingNotes } from '@/lib/tenancy/catalog/setting-faults';
import { withAdmin } from '@/lib/tenancy/placements/admin';
import { findPlaceFaults } from '@/lib/tenancy/placements/compare';
import { placeDatabase } from '@/lib/tenancy/placements/names';
import { readPlaceScript } from '@/lib/tenancy/placements/place-script';
import { actAsLogin, borrowRoles } from './borrow-role';
import { probePlaces } from './probe-places';
import type { ProbeRecord } from './probe-record';
import { probeWall } from './probe';
import type { CanaryDetails } from './schema';

/**
 * The wall, tried and compared in every placement, in transactions that are rolled back whatever happens: nothing of it is ever stored
 * or seen. Takes a second or two.
 */
export async function inspectDatabase(): Promise<CanaryDetails> {
  return withAdmin((client) => rolledBack(client, () => inspect(client)));
}

/** Wants an open transaction, which the caller rolls back. */
export async function inspect(client: pg.Client): Promise<CanaryDetails> {
  const drift = await findCatalogFaults(client);
  const notes = await findSettingNotes(client);
  const script = await readPlaceScript(client);
  await borrowRoles(client);
  const placed = await asOwner(client, () => readPlaced(client));
  drift.push(...(await asOwner(client, () => findPlaceFaults(client))));
  const record = await probeWall(client, { setConfigIsOpen: notes.length > 0 });
  const tenantIds = sample(placed.schema, TRIED_SCHEMAS, notes, 'schemas');
  await probePlaces(client, record, { label: 'own schema', script, tenantIds });
  const tried = new Set(sample(placed.database, TRIED_DATABASES, notes, 'databases'));
  for (const tenantId of placed.database)
    drift.push(...(await inspectOwn(client, tenantId, tried.has(tenantId) ? { record, script } : null)));
  return { matrix: record.matrix, leaks: record.leaks, drift: [...drift, ...record.untried], notes };
}

/** Every place is compared in every run; into this many, another time others, somebody tries to get as well. */
const TRIED_SCHEMAS = 40;
const TRIED_DATABASES = 5;

async function inspectOwn(
  main: pg.ClientBase,
  tenantId: string,
  attack: { record: ProbeRecord; script: (tenantId: string) => string } | null,
): Promise<string[]> {
  const name = placeDatabase(tenantId);
  try {
    return await withAdmin(
      (own) =>
        rolledBack(own, async () => {
          const found = [...(await findAppSchemaFaults(own)), ...(await findPlaceFaults(own, main))];
          if (attack) {
            await borrowRoles(own);
            await probePlaces(own, attack.record, {
              label: 'own database',
              script: attack.script,
              tenantIds: [tenantId],
            });
          }
          return found.map((fault) => `database ${name}: ${fault}`);
        }),
      tenantId,
    );
  } catch (error) {
    return [`The database ${name} could not be inspected: ${error instanceof Error ? error.message : String(error)}.`];
  }
}

/** The login in DATABASE_URL need not be a superuser: then it has no right to a table of its own. */
async function asOwner<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query(`SET LOCAL ROLE ${OWNER_ROLE}`);
  const result = await work();
  await actAsLogin(client);
  return result;
}

async function rolledBack<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    // It waits for nobody's locks, and keeps nobody waiting for its own.
    await client.query(`SET LOCAL lock_timeout = '2s'; SET LOCAL statement_timeout = '10s'`);
    return await work();
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

async function readPlaced(client: pg.ClientBase): Promise<Record<'schema' | 'database', string[]>> {
  const { rows } = await client.query<{ id: string; kind: 'schema' | 'database' }>(
    'SELECT target_tenant_id AS id, kind FROM public.placements ORDER BY random()',
  );
  const of = (kind: string): string[] => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { schema: of('schema'), database: of('database') };
}

function sample(ids: readonly string[], most: number, notes: string[], what: string): readonly string[] {
  if (ids.length <= most) return ids;
  notes.push(`All ${ids.length} ${what} of tenants were compared; ${most} of them were tried.`);
  return ids.slice(0, most);
}
