/** The role that works for tenants, with SQL of an intruder's choice: on its connection, and inside a statement. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { placements, placeUrl } from '@/lib/testing/placed-tenant';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { entryOf, runInTenant } from './context';
import { placeSchema } from './placements/names';
import { closeTenantClients, tenantDb } from './tenant-client';
import { TenantPool } from './tenant-pool';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await closeTenantClients();
  await database.drop();
});

describe.each(placements)('in placement %s', (placement) => {
  let own: SeededTenant;
  let other: SeededTenant;

  beforeAll(async () => {
    [own, other] = (await seedTenants(database.adminUrl, 2, 3, placement)) as [SeededTenant, SeededTenant];
  });

  const foreignId = (): string => other.memberIds[0] ?? '';

  describe('the app role itself, with SQL of its choice', () => {
    const place = (): string => placeUrl(own.scope, database.appUrl);
    const asApp = async <T>(
      tenantId: string | null,
      work: (client: pg.Client) => Promise<T>,
      url = place(),
    ): Promise<T> => {
      const client = new pg.Client(url);
      await client.connect();
      try {
        // The tables of the place by their bare names, as an intruder on the connection would have it.
        if (placement !== 'shared') await client.query(`SET search_path = ${placeSchema(own.scope.tenantId)}, public`);
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
        return client.query('SELECT * FROM members');
      });
      expect(rows).toEqual([]);
    });

    it('can’t list tenants or hosts', async () => {
      const { rows } = await asApp(
        own.scope.tenantId,
        (client) => client.query<{ id: string }>('SELECT id FROM tenants'),
        database.appUrl,
      );
      expect(rows).toEqual([{ id: own.scope.tenantId }]);
    });

    it.each([
      ['change the audit log', 'UPDATE audit_events SET action = action'],
      ['shorten the audit log', 'DELETE FROM audit_events'],
      ['empty a table', 'TRUNCATE members'],
      ['switch policies off', 'ALTER TABLE members DISABLE ROW LEVEL SECURITY'],
      ['become the owner', 'SET ROLE portico_owner'],
      ['become the console', 'SET ROLE portico_console'],
      ['make a table', 'CREATE TABLE mine (id int)'],
      ['make a function', `CREATE FUNCTION app.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`],
      ['read the key of the proofs', 'SELECT * FROM app.proof_key'],
    ])('can’t %s', async (_what, sql) => {
      await expect(asApp(own.scope.tenantId, (client) => client.query(sql))).rejects.toMatchObject({ code: '42501' });
    });

    it.each([
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
      ['read the job queue', 'SELECT * FROM graphile_worker._private_jobs'],
      ['create partitions', 'SELECT app.ensure_partitions()'],
    ])('can’t %s', async (_what, sql) => {
      await expect(asApp(own.scope.tenantId, (client) => client.query(sql), database.appUrl)).rejects.toMatchObject({
        code: '42501',
      });
    });

    it('can’t write a row of another tenant', async () => {
      const insert = `INSERT INTO pages (tenant_id, id, slug, title, body, updated_by_name, updated_at) VALUES ('${other.scope.tenantId}', gen_random_uuid(), 's', 't', '', 'x', now())`;
      await expect(asApp(own.scope.tenantId, (client) => client.query(insert))).rejects.toMatchObject({
        code: '42501',
      });
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
        asApp(
          own.scope.tenantId,
          (client) => client.query('SELECT app.enqueue_job($1, $2::json)', ['send-mail', payload]),
          database.appUrl,
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
      SELECT current_setting('app.tenant_id') AS tenant, count("public"."members".id)::int AS n
      FROM tried LEFT JOIN "public"."members" ON tenant_id = ${aim()}::uuid`;
      expect(seen).toEqual([{ tenant: own.scope.tenantId, n: 0 }]);
    });
  });
});
