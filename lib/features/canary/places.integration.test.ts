import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TenantScope } from '@/lib/tenancy/context';
import { withAdmin } from '@/lib/tenancy/placements/admin';
import { placeDatabase, placeSchema } from '@/lib/tenancy/placements/names';
import { placedTables } from '@/lib/tenancy/tables';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { tenantIn } from '@/lib/testing/placed-tenant';
import { inspect, inspectDatabase } from './inspect-database';

// Each inspection makes some thousand statements: seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
let client: pg.Client;
const scopes = {} as Record<'schema' | 'database', TenantScope>;

beforeAll(async () => {
  database = await createTestDatabase();
  for (const placement of ['schema', 'database'] as const)
    scopes[placement] = await tenantIn(placement, database.adminUrl);
  client = new pg.Client(database.adminUrl);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** What somebody may do to a table of a tenant's place, and the sentences that tell of it. `PLACE` is the schema. */
const mutants: readonly { title: string; break: string; mend: string; leak?: RegExp; drift: RegExp }[] = [
  {
    title: 'row-level security that is off',
    break: 'ALTER TABLE PLACE.members DISABLE ROW LEVEL SECURITY',
    mend: 'ALTER TABLE PLACE.members ENABLE ROW LEVEL SECURITY',
    drift: /t_[0-9a-f]{32}\.members: the row-level security is off/,
  },
  {
    title: 'a grant to the console',
    break: 'GRANT USAGE ON SCHEMA PLACE TO portico_console; GRANT SELECT ON PLACE.audit_events TO portico_console',
    mend: 'REVOKE USAGE ON SCHEMA PLACE FROM portico_console; REVOKE SELECT ON PLACE.audit_events FROM portico_console',
    leak: /^audit_events \(own (schema|database)\): portico_console could read/,
    drift: /audit_events grants portico_console SELECT/,
  },
  {
    title: 'a table that takes rows of any tenant',
    break: 'ALTER TABLE PLACE.pages DROP CONSTRAINT one_tenant',
    mend: `ALTER TABLE PLACE.pages ADD CONSTRAINT one_tenant CHECK (tenant_id = 'TENANT'::uuid)`,
    drift: /pages lacks the constraint one_tenant/,
  },
];

const filled = (sql: string, { tenantId }: TenantScope): string =>
  sql.replaceAll('PLACE', placeSchema(tenantId)).replaceAll('TENANT', tenantId);

describe('places that are sound', () => {
  it('let nobody through, differ nowhere, and are tried on every table', async () => {
    const { matrix, leaks, drift } = await inspectDatabase();
    expect({ leaks, drift }).toEqual({ leaks: [], drift: [] });
    const tried = new Map(matrix.map((row) => [row.table, row.tried]));
    for (const table of placedTables)
      for (const label of ['own schema', 'own database'])
        expect(tried.get(`${table} (${label})`)?.guess?.attempts, `${table} ${label}`).toBeGreaterThan(0);
  });

  it('are as they were before, and no made-up place stays', async () => {
    const schemas = `SELECT nspname FROM pg_namespace WHERE nspname LIKE 't\\_%'`;
    await inspectDatabase();
    expect((await client.query(schemas)).rows).toEqual([{ nspname: placeSchema(scopes.schema.tenantId) }]);
    const own = await withAdmin((admin) => admin.query(schemas), scopes.database.tenantId);
    expect(own.rows).toEqual([{ nspname: placeSchema(scopes.database.tenantId) }]);
  });
});

describe('a schema with a gap', () => {
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));

  it.each(mutants)('such as $title is told by name', async (mutant) => {
    await client.query(filled(mutant.break, scopes.schema));
    const { leaks, drift } = await inspect(client);
    expect(drift).toContainEqual(expect.stringMatching(mutant.drift));
    if (mutant.leak) expect(leaks).toContainEqual(expect.stringMatching(mutant.leak));
  });

  it('that is gone is told', async () => {
    await client.query(`DROP SCHEMA ${placeSchema(scopes.schema.tenantId)} CASCADE`);
    const { drift } = await inspect(client);
    expect(drift).toContainEqual(expect.stringContaining(`${placeSchema(scopes.schema.tenantId)} is missing`));
  });
});

describe('a database with a gap', () => {
  it.each(mutants)('such as $title is told by name', async (mutant) => {
    const { tenantId } = scopes.database;
    await withAdmin((own) => own.query(filled(mutant.break, scopes.database)), tenantId);
    const { leaks, drift } = await inspectDatabase();
    await withAdmin((own) => own.query(filled(mutant.mend, scopes.database)), tenantId);
    expect(drift).toContainEqual(expect.stringMatching(mutant.drift));
    expect(drift).toContainEqual(expect.stringContaining(`database ${placeDatabase(tenantId)}`));
    if (mutant.leak) expect(leaks).toContainEqual(expect.stringMatching(mutant.leak));
  });

  it('whose key anybody may read is told', async () => {
    const { tenantId } = scopes.database;
    await withAdmin((own) => own.query('GRANT SELECT ON app.proof_key TO portico_app'), tenantId);
    const { drift } = await inspectDatabase();
    await withAdmin((own) => own.query('REVOKE SELECT ON app.proof_key FROM portico_app'), tenantId);
    expect(drift).toContainEqual(expect.stringContaining('app.proof_key grants SELECT to portico_app'));
  });

  it('that does not answer is told', async () => {
    const { tenantId } = scopes.database;
    await client.query(`ALTER DATABASE ${placeDatabase(tenantId)} RENAME TO portico_away`);
    const { drift } = await inspectDatabase();
    await client.query(`ALTER DATABASE portico_away RENAME TO ${placeDatabase(tenantId)}`);
    expect(drift).toContainEqual(expect.stringMatching(/^The database portico_t_.* could not be inspected: /));
  });
});
