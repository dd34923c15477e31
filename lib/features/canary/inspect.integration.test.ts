import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import { tableNames, tables } from '@/lib/tenancy/tables';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { seedTenants } from '@/lib/testing/two-tenants';
import { inspect, inspectDatabase } from './inspect-database';
import { operations } from './schema';

// Each inspection makes some thousand statements: seconds on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  await seedTenants(database.adminUrl, 2, 3);
  client = new pg.Client(database.adminUrl);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const tablesOfTenants = tableNames.filter((name) => ['tenant', 'directory'].includes(tables[name].kind));

async function checksums(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of tableNames) {
    const { rows } = await client.query<{ sum: string | null }>(
      `SELECT md5(string_agg(r::text, '|' ORDER BY r::text)) || count(*) AS sum FROM public.${table} r`,
    );
    found[table] = rows[0]?.sum ?? '';
  }
  return found;
}

describe('a sound database', () => {
  it('lets nothing through, differs nowhere, and was tried on every table by every operation', async () => {
    const { matrix, leaks, drift, notes } = await inspectDatabase();
    expect({ leaks, drift, notes }).toEqual({ leaks: [], drift: [], notes: [] });
    const tried = new Map(matrix.map((row) => [row.table, row.tried]));
    expect(tableNames.filter((name) => !tried.has(name))).toEqual([]);
    for (const name of tablesOfTenants) {
      const wanted = operations.filter((operation) => operation !== 'reference');
      expect(Object.keys(tried.get(name) ?? {}), name).toEqual(expect.arrayContaining(wanted));
    }
    for (const name of ['member_passwords', 'member_sessions', 'member_password_resets'])
      expect(tried.get(name)?.reference?.attempts, name).toBe(1);
    const attempts = matrix.flatMap((row) => Object.values(row.tried)).reduce((sum, tally) => sum + tally.attempts, 0);
    expect(attempts).toBeGreaterThan(tableNames.length * operations.length);
  });

  it('is as it was before: not one row more, fewer or other', async () => {
    const before = await checksums();
    await inspectDatabase();
    expect(await checksums()).toEqual(before);
  });

  it('is tried as well by a login that is no superuser, which keeps no right of it', async () => {
    const login = `canary_login_${randomBytes(4).toString('hex')}`;
    const { rows } = await client.query<{ modern: boolean }>(
      `SELECT current_setting('server_version_num')::int >= 160000 AS modern`,
    );
    await client.query(`CREATE ROLE ${login} LOGIN CREATEROLE PASSWORD 'x'`);
    try {
      // As on a managed server, where the login created the roles and so may give them away, and no more.
      const options = rows[0]?.modern ? 'WITH ADMIN TRUE, SET FALSE, INHERIT FALSE' : 'WITH ADMIN OPTION';
      await client.query(`GRANT portico_owner, portico_app, portico_console, portico_worker TO ${login} ${options}`);
      await client.query(`GRANT CONNECT ON DATABASE ${client.escapeIdentifier(client.database ?? '')} TO ${login}`);
      const url = new URL(database.adminUrl);
      url.username = login;
      url.password = 'x';
      const other = new pg.Client(url.toString());
      await other.connect();
      await other.query('BEGIN');
      const { leaks, drift } = await inspect(other);
      await other.query('ROLLBACK');
      const may = await other.query<{ may: boolean }>(`SELECT pg_has_role($1, 'portico_app', $2) AS may`, [
        login,
        rows[0]?.modern ? 'SET' : 'USAGE',
      ]);
      await other.end();
      expect({ leaks, drift, may: may.rows[0]?.may }).toEqual({ leaks: [], drift: [], may: false });
    } finally {
      await client.query(`DROP OWNED BY ${login}`);
      await client.query(`DROP ROLE ${login}`);
    }
  });
});

/** What somebody may break, and the sentences that tell of it: of the leak where one came of it, and of the difference. */
const mutants: readonly { title: string; sql: string; leaks: RegExp[]; drift: RegExp[] }[] = [
  {
    title: 'a dropped policy',
    sql: 'DROP POLICY tenant_rows ON invitations',
    leaks: [],
    drift: [/^invitations has other policies/, /^invitations could not be tried \(plant a row\)/],
  },
  {
    title: 'row-level security switched off',
    sql: 'ALTER TABLE members DISABLE ROW LEVEL SECURITY',
    leaks: [
      /^members: portico_app, working for one tenant, could read another tenant's row\.$/,
      /^members: portico_app, working for one tenant, could insert a row for another tenant/,
      /^members: portico_app, working for one tenant, could change another tenant's row/,
      /^members: portico_app, working for one tenant, could delete another tenant's row/,
      /^members: portico_app, working for one tenant, could give a row of its own to another tenant/,
      /^members: portico_app, working for one tenant, could take another tenant's row over/,
      /^members: portico_app, working for one tenant, could read another tenant's row by its id/,
      /^members: portico_app, working for no tenant, could read rows that are not its own/,
    ],
    drift: [/^members has no row-level security/],
  },
  {
    title: 'a policy that lets every row be read',
    sql: 'CREATE POLICY helpful ON pages FOR SELECT TO portico_app USING (true)',
    leaks: [/^pages: portico_app, working for one tenant, could read another tenant's row\.$/],
    drift: [/^pages has other policies/],
  },
  {
    title: 'a policy that checks nothing that is written',
    sql: 'CREATE POLICY helpful ON pages FOR INSERT TO portico_app WITH CHECK (true)',
    leaks: [/^pages: portico_app, working for no tenant, could insert a row for another tenant/],
    drift: [/^pages has other policies/],
  },
  {
    title: 'a unique key without tenant_id',
    sql: 'CREATE UNIQUE INDEX members_email ON members (email)',
    leaks: [
      /^members: .* could learn from a unique key that another tenant's row exists \(met only the constraint members_email\)/,
    ],
    drift: [/^members: unique index members_email/],
  },
  {
    title: 'a foreign key without tenant_id',
    sql: `ALTER TABLE pages ADD author uuid; CREATE UNIQUE INDEX members_id ON members (id);
          ALTER TABLE pages ADD CONSTRAINT pages_author FOREIGN KEY (author) REFERENCES members (id)`,
    leaks: [/^pages: .* could tie a row to another tenant's by the foreign key pages_author/],
    drift: [/^pages: foreign key pages_author/],
  },
  {
    title: 'the same one, checked at the end of the transaction',
    sql: `ALTER TABLE pages ADD author uuid; CREATE UNIQUE INDEX members_id ON members (id);
          ALTER TABLE pages ADD CONSTRAINT pages_author FOREIGN KEY (author) REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED`,
    leaks: [/^pages: .* could tie a row to another tenant's by the foreign key pages_author/],
    drift: [/^pages: foreign key pages_author/],
  },
  {
    title: 'a grant on a partition',
    sql: 'GRANT SELECT ON audit_events_default TO portico_app',
    leaks: [/^audit_events: .* could read the partition audit_events_default, past all policies/],
    drift: [/^partition audit_events_default grants SELECT to portico_app/],
  },
  {
    title: 'a platform table open to the worker’s login',
    sql: 'GRANT USAGE ON SCHEMA public TO portico_worker; GRANT INSERT ON super_admins TO portico_worker',
    leaks: [/^super_admins: portico_worker could insert into the table, which is the platform’s/],
    drift: [/^super_admins portico_worker holds I/],
  },
  {
    title: 'plans that the app may change',
    sql: 'GRANT UPDATE ON plans TO portico_app',
    leaks: [/^plans: portico_app, working for one tenant, could change rows of the table/],
    drift: [/^portico_app holds 'SU' on plans/],
  },
  {
    title: 'set_config given back',
    sql: 'GRANT EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) TO PUBLIC',
    leaks: [/^app\.tenant_id: .* could change the tenant with set_config/],
    drift: [/^set_config may be called by portico_app/],
  },
  {
    title: 'an entry that asks for no proof',
    sql: `CREATE OR REPLACE FUNCTION app.enter_tenant(tenant uuid, proof bytea) RETURNS void LANGUAGE sql SECURITY DEFINER
          SET search_path = pg_catalog, pg_temp AS $$ SELECT set_config('app.tenant_id', tenant::text, true) $$`,
    leaks: [
      /^app\.tenant_id: .* could enter another tenant with its own proof/,
      /^app\.tenant_id: .* could enter another tenant with an empty proof/,
    ],
    drift: [],
  },
  {
    title: 'a role that policies do not bind',
    sql: 'ALTER ROLE portico_app BYPASSRLS',
    leaks: [/^tenants: .* could read another tenant's row/, /^tenant_keys: .* could read another tenant's row/],
    drift: [/^role portico_app has rights/],
  },
];

describe('a database with a gap', () => {
  beforeEach(() => client.query('BEGIN'));
  afterEach(() => client.query('ROLLBACK'));

  it.each(mutants)('$title is told by name', async ({ sql, leaks, drift }) => {
    await client.query(sql);
    const found = await inspect(client);
    for (const sentence of leaks) expect(found.leaks).toContainEqual(expect.stringMatching(sentence));
    for (const sentence of drift) expect(found.drift).toContainEqual(expect.stringMatching(sentence));
    if (leaks.length === 0) expect(found.leaks).toEqual([]);
  });

  it.each([
    ['has a column of a type that nobody taught the canary', `ALTER TABLE pages ADD place point NOT NULL`, 'point'],
    [
      'has a check that no made-up row meets',
      `ALTER TABLE pages ADD CHECK (title LIKE 'No row is %')`,
      'check constraint',
    ],
  ])('a table that %s is named, since nothing can be said about it', async (_what, sql, reason) => {
    await client.query(sql);
    const { drift } = await inspect(client);
    expect(drift).toContainEqual(expect.stringMatching(`^pages could not be tried .*${reason}`));
  });

  it('that can’t be entered at all is told, and what else can be tried is tried', async () => {
    await client.query('REVOKE EXECUTE ON FUNCTION app.enter_tenant(uuid, bytea) FROM portico_app');
    const { drift, matrix } = await inspect(client);
    expect(drift).toContainEqual(expect.stringMatching(/^The database could not be tried \(act as portico_app\)/));
    expect(matrix.find(({ table }) => table === 'super_admins')?.tried.read?.attempts).toBe(2);
  });
});
