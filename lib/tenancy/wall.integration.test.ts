import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { closeTenantClients, tenantDb } from './tenant-client';
import { rowKey } from './row-key';
import { TenantPool } from './tenant-pool';
import { entryOf, runInTenant } from './context';

let database: TestDatabase;
let own: SeededTenant;
let other: SeededTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  [own, other] = (await seedTenants(database.adminUrl, 2, 3)) as [SeededTenant, SeededTenant];
});

afterAll(async () => {
  await closeTenantClients();
  await database.drop();
});

const foreignId = (): string => other.memberIds[0] ?? '';
const ownId = (): string => own.memberIds[0] ?? '';

describe('a tenant client', () => {
  it('finds nothing of another tenant by any read', async () => {
    const db = tenantDb(own.scope);
    expect(await db.member.findUnique({ where: rowKey(other.scope, foreignId()) })).toBeNull();
    expect(await db.member.findFirst({ where: { id: foreignId() } })).toBeNull();
    expect(
      await db.member.findMany({ where: { OR: [{ tenantId: other.scope.tenantId }, { id: foreignId() }] } }),
    ).toEqual([]);
    expect(await db.member.count({ where: { NOT: { tenantId: own.scope.tenantId } } })).toBe(0);
    expect(await db.member.groupBy({ by: ['tenantId'], _count: true })).toMatchObject([
      { tenantId: own.scope.tenantId, _count: 3 },
    ]);
    expect(await db.$queryRaw`SELECT DISTINCT tenant_id::text AS t FROM members`).toEqual([{ t: own.scope.tenantId }]);
  });

  it('changes nothing of another tenant', async () => {
    const db = tenantDb(own.scope);
    expect(await db.member.updateMany({ where: { id: foreignId() }, data: { name: 'taken' } })).toEqual({ count: 0 });
    expect(await db.member.deleteMany({ where: { id: foreignId() } })).toEqual({ count: 0 });
    await expect(
      db.member.update({ where: rowKey(other.scope, foreignId()), data: { name: 'taken' } }),
    ).rejects.toMatchObject({ code: 'P2025' });
    await expect(db.member.delete({ where: rowKey(other.scope, foreignId()) })).rejects.toMatchObject({
      code: 'P2025',
    });
    expect(await db.$executeRaw`UPDATE members SET name = 'taken' WHERE id = ${foreignId()}::uuid`).toBe(0);
    expect((await tenantDb(other.scope).member.findUnique({ where: rowKey(other.scope, foreignId()) }))?.name).not.toBe(
      'taken',
    );
  });

  it('can’t tie a row to another tenant’s, by column, connect or nested write', async () => {
    const db = tenantDb(own.scope);
    const expiresAt = new Date(Date.now() + 1000);
    await expect(db.memberSession.create({ data: { memberId: foreignId(), expiresAt } })).rejects.toThrow();
    await expect(
      db.memberSession.create({ data: { expiresAt, member: { connect: rowKey(other.scope, foreignId()) } } }),
    ).rejects.toThrow();
    await expect(
      db.member.update({
        where: rowKey(own.scope, ownId()),
        data: { sessions: { connect: { tenantId_id: { tenantId: other.scope.tenantId, id: foreignId() } } } },
      }),
    ).rejects.toThrow();
    expect(await tenantDb(other.scope).memberSession.count()).toBe(0);
  });

  it('gives a nested row to the tenant of its parent', async () => {
    const db = tenantDb(own.scope);
    await db.member.update({
      where: rowKey(own.scope, ownId()),
      data: { sessions: { create: { expiresAt: new Date() } } },
    });
    expect(await db.memberSession.findMany({ select: { tenantId: true, memberId: true } })).toEqual([
      { tenantId: own.scope.tenantId, memberId: ownId() },
    ]);
  });

  it('puts a row that claims another tenant into its own', async () => {
    const created = await tenantDb(own.scope).page.create({
      data: { tenantId: other.scope.tenantId, slug: 'claim', title: 't', body: '', updatedByName: 'x' },
    });
    expect(created.tenantId).toBe(own.scope.tenantId);
    expect(await tenantDb(other.scope).page.count()).toBe(0);
  });

  it('refuses an array transaction and a transaction keeps its tenant', async () => {
    const db = tenantDb(own.scope);
    expect(() => db.$transaction([] as never)).toThrow('array transaction');
    const seen = await db.$transaction(
      async (tx) => [await tx.member.count(), await tx.member.findUnique({ where: rowKey(other.scope, foreignId()) })],
      { isolationLevel: 'Serializable' },
    );
    expect(seen).toEqual([3, null]);
  });

  it('offers no unsafe raw SQL', () => {
    expect('$queryRawUnsafe' in tenantDb(own.scope)).toBe(false);
    expect('$executeRawUnsafe' in tenantDb(own.scope)).toBe(false);
    expect('$extends' in tenantDb(own.scope)).toBe(false);
  });

  it('refuses a tenant id that is not a UUID, and a query without any tenant', async () => {
    await expect(async () => tenantDb({ tenantId: `' OR 1=1`, placement: 'shared' }).member.count()).rejects.toThrow(
      'UUID',
    );
    const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
    await expect(async () => pool.query('SELECT 1')).rejects.toThrow('outside a tenant scope');
    await expect(async () => pool.connect()).rejects.toThrow('outside a tenant scope');
    await pool.end();
  });

  it('leaves no tenant behind on a connection, after success, error, commit and rollback', async () => {
    const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
    const setting = async (): Promise<unknown> => {
      // Past our own connect, which would want a tenant.
      const connect = pg.Pool.prototype.connect as () => Promise<pg.PoolClient>;
      const raw = await connect.call(pool);
      const { rows } = await raw.query<{ tenant: string | null }>(
        `SELECT nullif(current_setting('app.tenant_id', true), '') AS tenant`,
      );
      raw.release();
      return rows[0]?.tenant;
    };
    const query = (text: string): Promise<unknown> =>
      runInTenant(entryOf(own.scope), () => pool.query({ text, values: [] }));
    await query('SELECT count(*) FROM members');
    expect(await setting()).toBeNull();
    await query('SELECT 1 / 0').catch(() => {});
    expect(await setting()).toBeNull();
    for (const end of ['COMMIT', 'ROLLBACK']) {
      await runInTenant(entryOf(own.scope), async () => {
        const client = await pool.connect();
        await client.query('BEGIN');
        await client.query(end);
        client.release();
      });
      expect(await setting()).toBeNull();
    }
    await pool.end();
  });

  it('throws away a connection that is released inside a transaction', async () => {
    const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
    await runInTenant(entryOf(own.scope), async () => {
      const client = await pool.connect();
      await client.query('BEGIN');
      client.release();
    });
    expect(pool.totalCount).toBe(0);
    await pool.end();
  });

  it('keeps a statement usable after it failed to parse on the same connection', async () => {
    const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
    const broken = { name: 'same_name', text: 'SELECT nothing FROM nowhere', values: [] };
    const run = (): Promise<unknown> => runInTenant(entryOf(own.scope), () => pool.query(broken));
    await expect(run()).rejects.toMatchObject({ code: '42P01' });
    await expect(run()).rejects.toMatchObject({ code: '42P01' });
    await pool.end();
  });
});

describe('the app role itself, with SQL of its choice', () => {
  const asApp = async <T>(tenantId: string | null, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client(database.appUrl);
    await client.connect();
    try {
      await client.query('BEGIN');
      if (tenantId !== null) {
        const { proof } = entryOf({ tenantId, placement: 'shared' });
        await client.query('SELECT app.enter_tenant($1, $2)', [tenantId, proof]);
      }
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } finally {
      await client.end();
    }
  };

  it('sees no row without a tenant, nor with an empty one', async () => {
    expect((await asApp(null, (client) => client.query('SELECT * FROM members'))).rows).toEqual([]);
    const { rows } = await asApp(null, async (client) => {
      await client.query(`SET LOCAL app.tenant_id = ''`);
      return client.query('SELECT * FROM tenants');
    });
    expect(rows).toEqual([]);
  });

  it('can’t list tenants or hosts', async () => {
    const { rows } = await asApp(own.scope.tenantId, (client) =>
      client.query<{ id: string }>('SELECT id FROM tenants'),
    );
    expect(rows).toEqual([{ id: own.scope.tenantId }]);
  });

  it.each([
    ['change the audit log', 'UPDATE audit_events SET action = action'],
    ['shorten the audit log', 'DELETE FROM audit_events'],
    ['empty a table', 'TRUNCATE members'],
    ['read super-admins', 'SELECT * FROM super_admins'],
    ['read the attempt counters', 'SELECT * FROM throttles'],
    ['read a partition past its policies', 'SELECT * FROM audit_events_default'],
    ['activate its own tenant', `UPDATE tenants SET status = 'active'`],
    ['change its plan', 'UPDATE tenants SET plan_id = plan_id'],
    [
      'claim a host',
      `INSERT INTO hosts (id, tenant_id, host, surface) VALUES (gen_random_uuid(), gen_random_uuid(), 'x.test', 'site')`,
    ],
    ['change a plan', 'UPDATE plans SET name = name'],
    ['switch policies off', 'ALTER TABLE members DISABLE ROW LEVEL SECURITY'],
    ['become the owner', 'SET ROLE portico_owner'],
    ['become the console', 'SET ROLE portico_console'],
    ['make a table', 'CREATE TABLE mine (id int)'],
    ['make a function', `CREATE FUNCTION app.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
    ['read the job queue', 'SELECT * FROM graphile_worker._private_jobs'],
    ['create partitions', 'SELECT app.ensure_partitions()'],
    ['read the key of the proofs', 'SELECT * FROM app.proof_key'],
  ])('can’t %s', async (_what, sql) => {
    await expect(asApp(own.scope.tenantId, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
  });

  it('can’t write a row of another tenant', async () => {
    const insert = `INSERT INTO pages (tenant_id, id, slug, title, body, updated_by_name, updated_at) VALUES ('${other.scope.tenantId}', gen_random_uuid(), 's', 't', '', 'x', now())`;
    await expect(asApp(own.scope.tenantId, (client) => client.query(insert))).rejects.toMatchObject({ code: '42501' });
    await expect(
      asApp(own.scope.tenantId, (client) => client.query(`UPDATE members SET tenant_id = '${other.scope.tenantId}'`)),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('learns nothing about foreign rows from unique keys', async () => {
    const email = `${foreignId()}@x.test`;
    const result = await asApp(own.scope.tenantId, (client) =>
      client.query(
        `INSERT INTO members (tenant_id, id, email, name, role, updated_at) VALUES ($1, gen_random_uuid(), $2, 'same', 'user', now())`,
        [own.scope.tenantId, email],
      ),
    );
    expect(result.rowCount).toBe(1);
    await asApp(own.scope.tenantId, (client) => client.query('DELETE FROM members WHERE email = $1', [email]));
  });

  it('can’t queue work for another tenant', async () => {
    const payload = JSON.stringify({ tenantId: other.scope.tenantId });
    await expect(
      asApp(own.scope.tenantId, (client) =>
        client.query('SELECT app.enqueue_job($1, $2::json)', ['send-mail', payload]),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an injected statement', () => {
  const aim = (): string => other.scope.tenantId;
  const ownProof = (): string => entryOf(own.scope).proof;

  it.each<[string, () => string]>([
    ['set_config', () => `SELECT set_config('app.tenant_id', '${aim()}', true)`],
    [
      'set_config inside a query that runs text',
      () => `SELECT query_to_xml('SELECT set_config(''app.tenant_id'', ''${aim()}'', true)', true, true, '')`,
    ],
    ['SET inside a query that runs text', () => `SELECT query_to_xml('SET app.tenant_id = x', true, true, '')`],
    ['SET inside a search that runs text', () => `SELECT * FROM ts_stat('SET app.tenant_id = x')`],
    ['the view of all settings', () => `UPDATE pg_settings SET setting = '${aim()}' WHERE name = 'app.tenant_id'`],
    ['a second statement', () => `SELECT 1; SET app.tenant_id = '${aim()}'`],
    ['entering without a proof', () => `SELECT app.enter_tenant('${aim()}', '')`],
    ['entering with its own proof', () => `SELECT app.enter_tenant('${aim()}', '${ownProof()}')`],
  ])('can’t change the tenant by %s', async (_what, sql) => {
    const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
    const attempt = runInTenant(entryOf(own.scope), () => pool.query({ text: sql(), values: [] }));
    await expect(attempt).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|42601|42P11|0A000)$/) as string,
    });
    await pool.end();
  });

  it('enters nothing by giving NULL for the proof', async () => {
    const seen = await tenantDb(own.scope).$queryRaw<{ tenant: string; n: number }[]>`
      WITH tried AS MATERIALIZED (SELECT app.enter_tenant(${aim()}::uuid, NULL))
      SELECT current_setting('app.tenant_id') AS tenant, count(members.id)::int AS n
      FROM tried LEFT JOIN members ON tenant_id = ${aim()}::uuid`;
    expect(seen).toEqual([{ tenant: own.scope.tenantId, n: 0 }]);
  });
});
