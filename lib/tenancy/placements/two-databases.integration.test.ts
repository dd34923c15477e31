/** A transaction over the platform's database and the tenant's own: whole or undone, and never called whole when it is not. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { clientOn, failureOf } from '@/lib/testing/client-on';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { cutConnections, tenantIn } from '@/lib/testing/placed-tenant';
import { backends, openTwoSides, type TwoSides } from '@/lib/testing/two-sides';
import { entryOf, runInTenant, type TenantScope } from '../context';
import type { TenantDb, TenantTx } from '../tenant-client';
import { TenantPool } from '../tenant-pool';
import { TwoDatabaseTransaction } from './two-databases';

let database: TestDatabase;
let sides: TwoSides;
let neighbour: TenantScope;
let pool: TenantPool;
let db: TenantDb;

beforeAll(async () => {
  database = await createTestDatabase();
  sides = await openTwoSides(database);
  neighbour = await tenantIn('shared', database.adminUrl);
});

afterAll(async () => {
  await sides.close();
  await database.drop();
});

beforeEach(async () => {
  pool = new TenantPool({ connectionString: database.appUrl, max: 1, connectionTimeoutMillis: 10_000 });
  db = clientOn(pool, sides.scope);
  await sides.empty();
});

afterEach(() => pool.end());

const onPlace = (tx: TenantTx, slug = 'a') =>
  tx.page.create({ data: { slug, title: slug, body: '', updatedByName: 'x' } });
const onPlatform = (tx: TenantTx) =>
  tx.tenantSettings.create({ data: { timeZone: 'UTC', locale: 'en', currency: 'USD' } });

const busy = { timeout: 15_000 };
const nothing = { pages: [], settings: 0 };

describe('a transaction over two databases', () => {
  it('takes a connection of a side when it has something to do there', async () => {
    expect(
      await db.$transaction(async (tx) => [
        await onPlatform(tx),
        await backends(sides.place),
        await backends(sides.platform),
      ]),
    ).toMatchObject([{ tenantId: sides.scope.tenantId }, 0, 1]);
    expect(await db.$transaction(() => Promise.resolve('nothing to do'))).toBe('nothing to do');
  });

  it('keeps what both sides were told, also when all is said at once', async () => {
    await db.$transaction((tx) => Promise.all([onPlace(tx, 'a'), onPlatform(tx), onPlace(tx, 'b')]));
    expect(await sides.kept()).toEqual({ pages: ['a', 'b'], settings: 1 });
    expect(await backends(sides.place)).toBe(1);
  });

  it('has its isolation level on both sides', async () => {
    const levels = await db.$transaction(
      async (tx) => [
        await tx.$queryRaw`SELECT current_setting('transaction_isolation') AS level`,
        await tx.$queryRaw`SELECT current_setting('transaction_isolation') AS level, count(*)::int AS n FROM "public"."pages"`,
      ],
      { isolationLevel: 'Serializable' },
    );
    expect(levels).toEqual([[{ level: 'serializable' }], [{ level: 'serializable', n: 0 }]]);
  });

  it('goes back to a savepoint on a side that was opened after it', async () => {
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`SAVEPOINT first`;
      await onPlace(tx, 'a');
      await tx.$executeRaw`SAVEPOINT second`;
      await onPlatform(tx);
      await onPlace(tx, 'b');
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT second`;
      await onPlace(tx, 'c');
    });
    expect(await sides.kept()).toEqual({ pages: ['a', 'c'], settings: 0 });
  });

  it('opens a side inside the savepoints there are, those that were released and returned to as well', async () => {
    await db.$transaction(async (tx) => {
      await onPlace(tx, 'a');
      await tx.$executeRaw`SAVEPOINT one`;
      await tx.$executeRaw`SAVEPOINT two`;
      await tx.$executeRaw`RELEASE SAVEPOINT two`;
      await tx.$queryRaw`SELECT 1 / 0 FROM (SELECT count(*) FROM "public"."pages")`.catch(() => undefined);
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT one`;
      await onPlatform(tx);
    });
    expect(await sides.kept()).toEqual({ pages: ['a'], settings: 1 });
  });
});

describe('a failure on one side', () => {
  const twice: [string, (tx: TenantTx) => Promise<unknown>][] = [
    ['the place', (tx) => onPlace(tx)],
    ['the platform', (tx) => onPlatform(tx)],
  ];

  it.each(twice)('of a statement in %s undoes both', async (_side, again) => {
    const work = async (tx: TenantTx): Promise<void> => {
      await onPlace(tx);
      await onPlatform(tx);
      await again(tx);
    };
    await expect(db.$transaction(work)).rejects.toMatchObject({ code: 'P2002' });
    expect(await sides.kept()).toEqual(nothing);
  });

  it.each(twice)('in %s that is caught ends the other side too, and the caller is told', async (_side, again) => {
    const work = async (tx: TenantTx): Promise<void> => {
      await onPlace(tx);
      await onPlatform(tx);
      await again(tx).catch(() => undefined);
      await expect(onPlace(tx, 'b')).rejects.toThrow('aborted');
      await expect(tx.tenantSettings.count()).rejects.toThrow('aborted');
      await expect(tx.$executeRaw`SAVEPOINT late`).rejects.toThrow('aborted');
    };
    await expect(db.$transaction(work)).rejects.toThrow('aborted');
    expect(await sides.kept()).toEqual(nothing);
    expect([await backends(sides.place), await backends(sides.platform)]).toEqual([1, 1]);
  });

  it.each(twice)('in %s is undone by the return to a savepoint', async (_side, again) => {
    await db.$transaction(async (tx) => {
      await onPlace(tx);
      await onPlatform(tx);
      await tx.$executeRaw`SAVEPOINT s`;
      await again(tx).catch(() => undefined);
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT s`;
      await onPlace(tx, 'b');
    });
    expect(await sides.kept()).toEqual({ pages: ['a', 'b'], settings: 1 });
  });

  it('of a return to a savepoint that does not exist leaves no way but back', async () => {
    const work = async (tx: TenantTx): Promise<void> => {
      await onPlace(tx);
      await onPlatform(tx);
      await tx.$executeRaw`SAVEPOINT s`;
      await expect(tx.$executeRaw`ROLLBACK TO SAVEPOINT other`).rejects.toThrow('does not exist');
      await tx.$executeRaw`ROLLBACK TO SAVEPOINT s`;
    };
    await expect(db.$transaction(work)).rejects.toThrow('does not exist');
    expect(await sides.kept()).toEqual(nothing);
  });

  it('of a statement that asks both at once is told before anything is sent', async () => {
    await db.$transaction(async (tx) => {
      await onPlace(tx);
      await expect(tx.$queryRaw`SELECT 1 FROM "public"."pages", "public"."tenant_settings"`).rejects.toThrow(
        'split it',
      );
    });
    expect(await sides.kept()).toEqual({ pages: ['a'], settings: 0 });
  });

  it.each([
    ['the place', () => sides.place],
    ['the platform', () => sides.platform],
  ])('whose connection is lost, in %s, undoes both', async (_side, admin) => {
    const work = async (tx: TenantTx): Promise<void> => {
      await onPlace(tx);
      await onPlatform(tx);
      await cutConnections(admin(), []);
      // Neither side is asked in between by the one that was lost: the loss itself has to be noticed.
      await expect
        .poll(() => failureOf(admin() === sides.place ? tx.tenantSettings.count() : tx.page.count()), busy)
        .toBeTruthy();
    };
    expect(isDatabaseUnavailable(await failureOf(db.$transaction(work)))).toBe(true);
    expect(await sides.kept()).toEqual(nothing);
    await db.$transaction((tx) => Promise.all([onPlace(tx), onPlatform(tx)]));
    expect(await sides.kept()).toEqual({ pages: ['a'], settings: 1 });
  });

  it('of a statement that takes too long is told as such, and undoes both', async () => {
    await pool.end();
    pool = new TenantPool({ connectionString: database.appUrl, max: 1, options: '-c statement_timeout=200' });
    const work = async (tx: TenantTx): Promise<void> => {
      await onPlatform(tx);
      await tx.$queryRaw`SELECT pg_sleep(5), count(*) FROM "public"."pages"`;
    };
    expect(isDatabaseUnavailable(await failureOf(clientOn(pool, sides.scope).$transaction(work)))).toBe(true);
    expect(await sides.kept()).toEqual(nothing);
  });

  it('that is the transaction’s own time limit undoes both, and the connections serve again', async () => {
    const slow = db.$transaction(
      async (tx) => {
        await onPlace(tx);
        await onPlatform(tx);
        await tx.$queryRaw`SELECT pg_sleep(0.3)::text, count(*) FROM "public"."pages"`;
        await tx.page.count();
      },
      { timeout: 100 },
    );
    await expect(slow).rejects.toMatchObject({ code: 'P2028' });
    expect(await sides.kept()).toEqual(nothing);
    expect(await db.page.count()).toBe(0);
  });
});

describe('at the commit', () => {
  const refuse = (table: string): string => `
    CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'refused at the commit'; END $$;
    CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON ${table} DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION pg_temp.refuse()`;

  it('what the place refuses, the platform does not keep', async () => {
    await sides.place.query(refuse('pages'));
    const failure = await failureOf(db.$transaction((tx) => Promise.all([onPlace(tx), onPlatform(tx)])));
    await sides.place.query('DROP TRIGGER refuse ON pages');
    expect(String(failure)).toContain('refused at the commit');
    expect(await sides.kept()).toEqual(nothing);
  });

  it('what the platform alone refuses is told to the caller: the place has kept its half', async () => {
    await sides.platform.query(refuse('tenant_settings'));
    const failure = await failureOf(db.$transaction((tx) => Promise.all([onPlace(tx), onPlatform(tx)])));
    await sides.platform.query('DROP TRIGGER refuse ON tenant_settings');
    expect(String(failure)).toContain('refused at the commit');
    expect(await sides.kept()).toEqual({ pages: ['a'], settings: 0 });
  });
});

describe('connections', () => {
  it('that the own database has none of end the transaction in time, and no other tenant waits for them', async () => {
    await pool.end();
    pool = new TenantPool({ connectionString: database.appUrl, max: 1, connectionTimeoutMillis: 1_000 });
    db = clientOn(pool, sides.scope);
    await db.tenantSettings.count();
    let finish = (): void => undefined;
    const held = db.$transaction(
      async (tx) => {
        await onPlace(tx, 'held');
        await new Promise<void>((resolve) => (finish = resolve));
      },
      { timeout: 20_000 },
    );
    await expect.poll(() => backends(sides.place), busy).toBe(1);
    const [failure, count] = await Promise.all([
      failureOf(
        db.$transaction(async (tx) => {
          await onPlatform(tx);
          await onPlace(tx).catch((error: unknown) => expect(isDatabaseUnavailable(error)).toBe(true));
        }),
      ),
      clientOn(pool, neighbour).member.count(),
    ]);
    finish();
    await held;
    expect(isDatabaseUnavailable(failure)).toBe(true);
    expect(count).toBe(0);
    expect(await sides.kept()).toEqual({ pages: ['held'], settings: 0 });
  });

  it('in doubt end the transaction for good, whatever is caught', async () => {
    await sides.place.query(`
      CREATE FUNCTION pg_temp.vanish() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE 'as if the server went down' USING ERRCODE = '57P01'; END $$;
      CREATE TRIGGER vanish BEFORE INSERT ON pages FOR EACH ROW EXECUTE FUNCTION pg_temp.vanish()`);
    const work = async (tx: TenantTx): Promise<void> => {
      await onPlace(tx).catch(() => undefined);
      await onPlatform(tx);
    };
    const failure = await failureOf(db.$transaction(work));
    await sides.place.query('DROP TRIGGER vanish ON pages');
    expect(failure).toBeDefined();
    expect(await sides.kept()).toEqual(nothing);
  });

  it('that were given back are asked for nothing any more', async () => {
    const given = new TwoDatabaseTransaction(entryOf(sides.scope), () =>
      Promise.reject(new Error('A connection was opened.')),
    );
    given.release();
    for (const statement of ['SELECT count(*) FROM "public"."pages"', 'COMMIT'])
      await expect(given.query(statement)).rejects.toMatchObject({ code: '25P02' });
  });

  it('that are given back inside a transaction are thrown away on both sides', async () => {
    await runInTenant(entryOf(sides.scope), async () => {
      const client = await pool.connect();
      await client.query('BEGIN');
      await client.query({ text: 'SELECT 1' });
      await client.query({ text: 'SELECT 1 FROM "public"."pages"' });
      expect([await backends(sides.place), await backends(sides.platform)]).toEqual([1, 1]);
      client.release();
      await expect(client.query({ text: 'SELECT 1' })).rejects.toThrow('aborted');
    });
    await expect.poll(async () => [await backends(sides.place), await backends(sides.platform)], busy).toEqual([0, 0]);
  });

  it('keep the order in which they were spoken to, though the first word opens them', async () => {
    const insert = (slug: string) => ({
      text: `INSERT INTO "public"."pages" (tenant_id, id, slug, title, body, updated_by_name, updated_at)
             VALUES ('${sides.scope.tenantId}', gen_random_uuid(), '${slug}', '', '', 'x', now())`,
    });
    await runInTenant(entryOf(sides.scope), async () => {
      const client = await pool.connect();
      const spoken = [
        client.query('BEGIN'),
        client.query(insert('before')),
        client.query('SAVEPOINT s'),
        client.query(insert('after')),
        client.query('ROLLBACK TO SAVEPOINT s'),
        client.query('RELEASE SAVEPOINT s'),
        client.query('COMMIT'),
      ];
      await Promise.all(spoken);
      client.release();
    });
    expect(await sides.kept()).toEqual({ pages: ['before'], settings: 0 });
    expect(await backends(sides.place)).toBe(1);
  });
});
