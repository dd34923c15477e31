/** What goes wrong on the way to the database: the caller is told in kind, and no connection carries a tenant on. */
import net from 'node:net';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { clientOn, failureOf } from '@/lib/testing/client-on';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { cutConnections, placements, placeUrl } from '@/lib/testing/placed-tenant';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { entryOf, runInTenant, type TenantEntry } from './context';
import { placeSchema } from './placements/names';
import type { TenantDb } from './tenant-client';
import { TenantPool } from './tenant-pool';

/** The machine may have much else to do. */
const busy = { timeout: 15_000 };

let database: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
});

afterAll(async () => {
  await admin.end();
  await database.drop();
});

let pool: TenantPool;
afterEach(() => pool.end());

function open(settings: pg.PoolConfig = {}): TenantPool {
  pool = new TenantPool({ connectionString: database.appUrl, max: 1, connectionTimeoutMillis: 10_000, ...settings });
  pool.on('error', () => undefined);
  return pool;
}

describe.each(placements)('in placement %s', (placement) => {
  let own: SeededTenant;
  let other: SeededTenant;
  /** The administrator, where the own tenant's rows are. */
  let place: pg.Client;

  beforeAll(async () => {
    [own, other] = (await seedTenants(database.adminUrl, 2, 3, placement)) as [SeededTenant, SeededTenant];
    place = new pg.Client(placeUrl(own.scope, database.adminUrl));
    await place.connect();
    if (placement !== 'shared') await place.query(`SET search_path = ${placeSchema(own.scope.tenantId)}`);
  });

  afterAll(() => place.end());

  const clientOf = ({ scope }: SeededTenant): TenantDb => clientOn(pool, scope);
  const cutAll = (): Promise<void> => cutConnections(admin, [own.scope, other.scope]);

  describe('entering the tenant', () => {
    it('with a wrong proof runs nothing of the statement, and leaves the connection sound', async () => {
      open();
      const forged: TenantEntry = { ...entryOf(other.scope), proof: entryOf(own.scope).proof };
      const text = `UPDATE "public"."members" SET name = 'taken'`;
      await expect(runInTenant(forged, () => pool.query({ text, values: [] }))).rejects.toMatchObject({
        code: '42501',
      });
      const { rows } = await place.query<{ n: number }>(`SELECT count(*)::int AS n FROM members WHERE name = 'taken'`);
      expect(rows).toEqual([{ n: 0 }]);
      expect(await clientOf(own).member.count()).toBe(3);
    });

    it('is refused to everybody when the database has lost its key', async () => {
      open();
      await place.query('CREATE TABLE app.kept AS TABLE app.proof_key; DELETE FROM app.proof_key');
      const failure = await failureOf(clientOf(own).member.count());
      await place.query('INSERT INTO app.proof_key TABLE app.kept; DROP TABLE app.kept');
      expect(String(failure)).toContain('no proof for this tenant');
    });
  });

  describe('a connection that is lost', () => {
    it('between statements is replaced; the error is one to try again after', async () => {
      open();
      const db = clientOf(own);
      expect(await db.member.count()).toBe(3);
      await cutAll();
      const failure = await failureOf(db.member.count());
      if (failure !== undefined) expect(isDatabaseUnavailable(failure)).toBe(true);
      expect(await clientOf(other).member.findMany({ select: { tenantId: true } })).toEqual(
        other.memberIds.map(() => ({ tenantId: other.scope.tenantId })),
      );
    });

    it('in the middle of a statement is thrown away', async () => {
      open();
      const running = failureOf(clientOf(own).$queryRaw`SELECT pg_sleep(5), count(*) FROM "public"."members"`);
      await expect
        .poll(async () => {
          const { rows } = await place.query<{ n: number }>(
            `SELECT count(*)::int AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()`,
          );
          return rows[0]?.n;
        }, busy)
        .toBe(1);
      await cutAll();
      expect(isDatabaseUnavailable(await running)).toBe(true);
      expect(await clientOf(other).member.count()).toBe(3);
    });

    it('in the middle of a transaction undoes it', async () => {
      open();
      const db = clientOf(own);
      const failure = await failureOf(
        db.$transaction(async (tx) => {
          await tx.page.create({ data: { slug: 'lost', title: '', body: '', updatedByName: 'x' } });
          await cutAll();
          await tx.page.count();
        }),
      );
      expect(isDatabaseUnavailable(failure)).toBe(true);
      expect(await db.page.count()).toBe(0);
    });
  });

  describe('a pool that has nothing to give', () => {
    it('says so after its time, for statements and for transactions', async () => {
      open({ connectionTimeoutMillis: 500 });
      const db = clientOf(own);
      let finish = (): void => undefined;
      let holding = false;
      const held = db.$transaction(
        async (tx) => {
          await tx.member.count();
          holding = true;
          await new Promise<void>((resolve) => (finish = resolve));
        },
        { timeout: 20_000 },
      );
      await expect.poll(() => holding, busy).toBe(true);
      const [statement, transaction] = await Promise.all([
        failureOf(db.member.count()),
        failureOf(db.$transaction((tx) => tx.member.count(), { maxWait: 300 })),
      ]);
      finish();
      await held;
      expect(isDatabaseUnavailable(statement)).toBe(true);
      expect(isDatabaseUnavailable(transaction)).toBe(true);
      expect(await db.member.count()).toBe(3);
    });
  });

  describe('a statement that takes too long', () => {
    it('ends after the role’s statement_timeout, and the connection serves the next tenant', async () => {
      open({ options: '-c statement_timeout=200' });
      const failure = await failureOf(clientOf(own).$queryRaw`SELECT pg_sleep(5), count(*) FROM "public"."members"`);
      expect(isDatabaseUnavailable(failure)).toBe(true);
      expect(await clientOf(other).member.count()).toBe(3);
      expect(pool.totalCount).toBe(placement === 'database' ? 0 : 1);
    });
  });

  describe('a server that stops answering', () => {
    it('is given up after the time limit, and its connection with it', async () => {
      const frozen = await freezableProxy(database.appUrl);
      open({ connectionString: frozen.url, query_timeout: 300 });
      const db = clientOf(own);
      expect(await db.member.count()).toBe(3);
      frozen.freeze(true);
      expect(isDatabaseUnavailable(await failureOf(db.member.count()))).toBe(true);
      frozen.freeze(false);
      expect(await clientOf(other).member.findMany({ select: { tenantId: true } })).toEqual(
        other.memberIds.map(() => ({ tenantId: other.scope.tenantId })),
      );
      await pool.end();
      open();
      await frozen.close();
    });
  });

  describe('a prepared statement whose table changed', () => {
    it('fails once at most, then the connection is a new one', async () => {
      open();
      const statement = { name: 'all_pages', text: 'SELECT * FROM "public"."pages"', values: [] };
      const ask = (): Promise<pg.QueryResult> => runInTenant(entryOf(own.scope), () => pool.query(statement));
      const before = await ask();
      await place.query('ALTER TABLE pages ADD COLUMN added int');
      await failureOf(ask());
      expect((await ask()).fields.length).toBe(before.fields.length + 1);
      await place.query('ALTER TABLE pages DROP COLUMN added');
    });
  });
});

/** Passes bytes on to the server until it is told to keep them. */
async function freezableProxy(
  target: string,
): Promise<{ url: string; freeze(on: boolean): void; close(): Promise<void> }> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<net.Socket>();
  let frozen = false;
  const proxy = net.createServer((client) => {
    const server = net.connect(Number(port), hostname);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
      from.on('data', (bytes) => frozen || to.write(bytes));
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.port = String((proxy.address() as net.AddressInfo).port);
  return {
    url: url.toString(),
    freeze: (on) => void (frozen = on),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
