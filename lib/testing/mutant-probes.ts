/** What looks for a hole in the wall, each in its own way. A probe answers whether it noticed one. */
import pg from 'pg';
import { entryOf } from '@/lib/tenancy/context';
import { findCatalogFaults } from '@/lib/tenancy/catalog/faults';
import { EnteringPool } from '@/lib/tenancy/entering-pool';
import { findPlaceFaults } from '@/lib/tenancy/placements/compare';
import { placeSchema } from '@/lib/tenancy/placements/names';
import { sqlState } from '@/lib/platform/sql-state';
import { TenantPool } from '@/lib/tenancy/tenant-pool';
import { clientOn } from './client-on';
import type { TestDatabase } from './database';
import { placeUrl } from './placed-tenant';
import type { SeededTenant } from './two-tenants';

/** A tenant that looks, and the one whose rows it must not see. */
export interface Pair {
  own: SeededTenant;
  other: SeededTenant;
}

export type Probe = (database: TestDatabase, pair: Pair) => Promise<boolean>;

export const probes = {
  'own rows are missing': async (database, { own }) => (await countOf(database, own, 'own')) < own.memberIds.length,
  'SQL sees foreign rows': async (database, { own }) => (await countOf(database, own, 'foreign')) > 0,
  'models see foreign rows': async ({ appUrl }, { own }) => {
    const pool = new TenantPool({ connectionString: appUrl, max: 1 });
    const rows = await clientOn(pool, own.scope).member.findMany({ select: { tenantId: true } });
    await pool.end();
    return rows.some(({ tenantId }) => tenantId !== own.scope.tenantId);
  },
  'keys tell of foreign rows': async (database, { own, other }) => {
    const email = `${other.memberIds[0] ?? ''}@x.test`;
    return (await stateOf(database, own, own, insertMember(own, email))) === '23505';
  },
  'a stranger reads the place': async (database, { own, other }) =>
    asTenant(
      database,
      own,
      other,
      async (ask) => (await ask(`SELECT FROM members WHERE tenant_id = '${own.scope.tenantId}'`)).rowCount !== 0,
    ),
  'a stranger writes into the place': async (database, { own, other }) =>
    own.scope.placement !== 'shared' &&
    (await stateOf(database, own, other, insertMember(other, 'new@x.test'))) === undefined,
  'a partition is read past its policies': async (database, { own }) =>
    own.scope.placement === 'shared' &&
    (await stateOf(database, own, own, 'SELECT FROM audit_events_default')) === undefined,
  'the console reads the place': async ({ consoleUrl }, { own }) =>
    own.scope.placement !== 'shared' &&
    onConnection(placeUrl(own.scope, consoleUrl), (client) =>
      client.query(`SELECT FROM ${placeSchema(own.scope.tenantId)}.members`),
    ).then(
      () => true,
      () => false,
    ),
  'the catalog is not as written': async ({ adminUrl }, { own }) =>
    own.scope.placement === 'shared' &&
    onConnection(adminUrl, async (admin) => (await findCatalogFaults(admin)).length > 0),
  'the place is not like public': async ({ adminUrl }, { own }) =>
    onConnection(adminUrl, (main) =>
      own.scope.placement === 'database'
        ? onConnection(placeUrl(own.scope, adminUrl), async (place) => (await findPlaceFaults(place, main)).length > 0)
        : findPlaceFaults(main).then((faults) => faults.length > 0),
    ),
} as const satisfies Record<string, Probe>;

export type ProbeName = keyof typeof probes;

/** The names of all probes that notice something. */
export async function whatNotices(database: TestDatabase, pair: Pair): Promise<ProbeName[]> {
  const noticed: ProbeName[] = [];
  for (const [name, probe] of Object.entries(probes) as [ProbeName, Probe][])
    if (await probe(database, pair)) noticed.push(name);
  return noticed;
}

type Ask = (text: string) => Promise<pg.QueryResult>;

/** Statements on the place of `at`, by the app's role that entered `as`; bare names mean the tables of the place. */
async function asTenant<T>(
  { appUrl }: TestDatabase,
  at: SeededTenant,
  as: SeededTenant,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  const schema = at.scope.placement === 'shared' ? 'public' : placeSchema(at.scope.tenantId);
  const pool = new EnteringPool({
    connectionString: placeUrl(at.scope, appUrl),
    max: 1,
    options: `-c search_path=${schema},public`,
  });
  try {
    return await work((text) => pool.run({ text }, [], entryOf(as.scope)));
  } finally {
    await pool.end();
  }
}

function countOf(database: TestDatabase, own: SeededTenant, whose: 'own' | 'foreign'): Promise<number> {
  const comparison = whose === 'own' ? '=' : '<>';
  const text = `SELECT FROM members WHERE tenant_id ${comparison} '${own.scope.tenantId}'`;
  return asTenant(database, own, own, async (ask) => (await ask(text)).rowCount ?? 0);
}

/** The SQLSTATE with which the statement is refused; undefined where it is not. A row that got in is taken out again. */
function stateOf(
  database: TestDatabase,
  at: SeededTenant,
  as: SeededTenant,
  text: string,
): Promise<string | undefined> {
  return asTenant(database, at, as, async (ask) => {
    try {
      await ask(text);
      await ask(`DELETE FROM members WHERE name = 'planted'`);
      return undefined;
    } catch (error) {
      return sqlState(error) ?? 'no answer';
    }
  });
}

function insertMember({ scope }: SeededTenant, email: string): string {
  return `INSERT INTO members (tenant_id, id, email, name, role, updated_at)
    VALUES ('${scope.tenantId}', gen_random_uuid(), '${email}', 'planted', 'user', now())`;
}

async function onConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
