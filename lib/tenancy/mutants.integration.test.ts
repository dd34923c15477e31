import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PrismaClient } from '@/lib/generated/prisma/client';
import { clientOn } from '@/lib/testing/client-on';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { whatNotices, type Pair, type ProbeName } from '@/lib/testing/mutant-probes';
import { onPlace, placements } from '@/lib/testing/placed-tenant';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { entryOf, runInTenant, type Placement, type TenantEntry } from './context';
import { tenantCache } from './tenant-cache';
import { TenantPool } from './tenant-pool';

/**
 * Does anything above notice a hole? Each mutant breaks one part of the wall on purpose. What looks for holes must see it, or, where
 * one of two layers is broken, the other must hold. The table at the end says which; docs/isolation.md shows it.
 */
let database: TestDatabase;
const pairs = {} as Record<Placement, Pair>;
/** Mutant and what caught it → the placements in which it did. */
const caught = new Map<string, Placement[]>();
const note = (placement: Placement, mutant: string, by: string): void => {
  const line = `${mutant.padEnd(46)} → ${by}`;
  caught.set(line, [...(caught.get(line) ?? []), placement]);
};

beforeAll(async () => {
  database = await createTestDatabase();
  for (const placement of placements) {
    const [own, other] = (await seedTenants(database.adminUrl, 2, 2, placement)) as [SeededTenant, SeededTenant];
    pairs[placement] = { own, other };
  }
});

afterAll(async () => {
  const lines = [...caught].map(([line, where]) => `${where.join(', ').padEnd(24)} ${line}`);
  console.log([`${'placement'.padEnd(24)} ${'mutant'.padEnd(46)} → caught by`, ...lines].join('\n'));
  await database.drop();
});

const policy = `CREATE POLICY tenant_rows ON members TO portico_app
  USING (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)
  WITH CHECK (tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)`;

interface Mutant {
  plant: string;
  heal: string;
  noticed: readonly ProbeName[];
}

/** In public, where the rows of all shared tenants are. */
const sharedMutants: Record<string, Mutant> = {
  'policy dropped': {
    plant: 'DROP POLICY tenant_rows ON members',
    heal: policy,
    noticed: ['own rows are missing', 'the catalog is not as written', 'the place is not like public'],
  },
  'policy that lets all through': {
    plant: 'CREATE POLICY mutant ON members FOR SELECT TO portico_app USING (true)',
    heal: 'DROP POLICY mutant ON members',
    noticed: [
      'SQL sees foreign rows',
      'a stranger reads the place',
      'the catalog is not as written',
      'the place is not like public',
    ],
  },
  'row-level security off': {
    plant: 'ALTER TABLE members DISABLE ROW LEVEL SECURITY',
    heal: 'ALTER TABLE members ENABLE ROW LEVEL SECURITY',
    noticed: ['SQL sees foreign rows', 'a stranger reads the place', 'the catalog is not as written'],
  },
  'key without tenant_id': {
    plant: 'CREATE UNIQUE INDEX mutant ON members (email)',
    heal: 'DROP INDEX mutant',
    noticed: ['keys tell of foreign rows', 'the catalog is not as written', 'the place is not like public'],
  },
  'grant on a partition': {
    plant: 'GRANT SELECT ON audit_events_default TO portico_app',
    heal: 'REVOKE SELECT ON audit_events_default FROM portico_app',
    noticed: ['a partition is read past its policies', 'the catalog is not as written'],
  },
};

/** In a schema or database of one tenant. */
const placeMutants: Record<string, Mutant> = {
  'policy dropped': {
    plant: 'DROP POLICY tenant_rows ON members',
    heal: policy,
    noticed: ['own rows are missing', 'the place is not like public'],
  },
  'row-level security off': {
    plant: 'ALTER TABLE members DISABLE ROW LEVEL SECURITY',
    heal: 'ALTER TABLE members ENABLE ROW LEVEL SECURITY',
    noticed: ['a stranger reads the place', 'the place is not like public'],
  },
  'one_tenant check dropped': {
    plant: 'ALTER TABLE members DROP CONSTRAINT one_tenant',
    heal: `ALTER TABLE members ADD CONSTRAINT one_tenant CHECK (tenant_id = '{tenant}'::uuid)`,
    noticed: ['a stranger writes into the place', 'the place is not like public'],
  },
  'table granted to PUBLIC': {
    plant: 'GRANT SELECT ON members TO PUBLIC',
    heal: 'REVOKE SELECT ON members FROM PUBLIC',
    noticed: ['the place is not like public'],
  },
  'key without tenant_id': {
    plant: 'CREATE UNIQUE INDEX mutant ON members (email)',
    heal: 'DROP INDEX mutant',
    noticed: ['the place is not like public'],
  },
};

/** The console's role may not even connect to a tenant's own database: there it has to be let in first. */
function opened(before: string, after: string): Mutant {
  return {
    plant: `${before} GRANT USAGE ON SCHEMA {schema} TO portico_console; GRANT SELECT ON members TO portico_console`,
    heal: `${after} REVOKE USAGE ON SCHEMA {schema} FROM portico_console; REVOKE SELECT ON members FROM portico_console`,
    noticed: ['the console reads the place', 'the place is not like public'],
  };
}

const connect = (change: string): string =>
  `DO $$ BEGIN EXECUTE format('${change} portico_console', current_database()); END $$;`;

const mutants: Record<Placement, Record<string, Mutant>> = {
  shared: sharedMutants,
  schema: { ...placeMutants, 'table granted to the console': opened('', '') },
  database: {
    ...placeMutants,
    'table granted to the console': opened(
      connect('GRANT CONNECT ON DATABASE %I TO'),
      connect('REVOKE CONNECT ON DATABASE %I FROM'),
    ),
  },
};

describe.each(placements)('a hole in the database, in placement %s', (placement) => {
  const run = (sql: string): Promise<unknown> => {
    const { scope } = pairs[placement].own;
    return onPlace(scope, database.adminUrl, async (admin) => {
      const { rows } = await admin.query<{ schema: string }>('SELECT current_schema() AS schema');
      await admin.query(sql.replaceAll('{tenant}', scope.tenantId).replaceAll('{schema}', rows[0]?.schema ?? ''));
    });
  };

  it.each(Object.entries(mutants[placement]))('%s is noticed', async (name, { plant, heal, noticed }) => {
    await run(plant);
    const by = await whatNotices(database, pairs[placement]).finally(() => run(heal));
    expect(by).toEqual(noticed);
    note(placement, name, by.join('; '));
  });

  it('is imagined by none of the probes when nothing is broken', async () => {
    expect(await whatNotices(database, pairs[placement])).toEqual([]);
  });
});

describe.each(placements)('a mistake in the code, in placement %s', (placement) => {
  const pools: pg.Pool[] = [];
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.end()));
  });

  function open<T extends pg.Pool>(pool: T): T {
    pools.push(pool);
    return pool;
  }
  const tenantPool = (settings: pg.PoolConfig = {}): TenantPool =>
    open(new TenantPool({ connectionString: database.appUrl, max: 1, ...settings }));
  const bare = (pool: pg.Pool): PrismaClient => new PrismaClient({ adapter: new PrismaPg(pool) });
  const held = (mutant: string, by: string): void => note(placement, mutant, by);
  const owners = async (rows: PromiseLike<{ tenantId: string }[]>): Promise<string[]> => [
    ...new Set((await rows).map(({ tenantId }) => tenantId)),
  ];
  const select = { tenantId: true };

  it('a client without the tenant extension sends nothing outside a scope, and sees one tenant inside it', async () => {
    const client = bare(tenantPool());
    const { scope } = pairs[placement].own;
    await expect(client.member.count()).rejects.toThrow('outside a tenant scope');
    held('client bypassed', 'the pool: no statement without a tenant');
    const seen = await runInTenant(entryOf(scope), async () => owners(client.member.findMany({ select })));
    expect(seen).toEqual([scope.tenantId]);
    held('client bypassed inside a scope', 'the policies');
  });

  it('a pool that sets no tenant finds nothing at all, not everything', async () => {
    const client = bare(open(new pg.Pool({ connectionString: database.appUrl, max: 1 })));
    expect(await client.member.count()).toBe(0);
    held('pool bypassed', 'the policies: no tenant, no row');
  });

  it('the console’s pool is no use: its role may not enter a tenant', async () => {
    const db = clientOn(tenantPool({ connectionString: database.consoleUrl }), pairs[placement].own.scope);
    await expect(db.member.count()).rejects.toThrow(/permission denied/);
    held('pool of the console’s role', 'the grants: it may not enter');
  });

  it('a tenant sent to another’s place reads nothing there and leaves nothing there', async () => {
    const { own, other } = pairs[placement];
    for (const target of [pairs.schema.other, pairs.database.other]) {
      const lost: TenantEntry = { ...entryOf(own.scope), place: entryOf(target.scope).place };
      const client = bare(tenantPool());
      expect(await runInTenant(lost, async () => client.member.count())).toBe(0);
      const written = runInTenant(lost, async () =>
        client.page.create({ data: { ...page, tenantId: own.scope.tenantId } }),
      );
      await expect(written).rejects.toThrow('one_tenant');
      const forged = runInTenant(lost, async () =>
        client.page.create({ data: { ...page, tenantId: target.scope.tenantId } }),
      );
      await expect(forged).rejects.toThrow('row-level security');
    }
    held('wrong schema or database', 'reading: the policies; writing: one_tenant');
    const posing: TenantEntry = { ...entryOf(other.scope), proof: entryOf(own.scope).proof };
    await expect(runInTenant(posing, async () => bare(tenantPool()).member.count())).rejects.toThrow('no proof');
    held('tenant id swapped', 'the proof');
  });

  it('a tenant left behind on a connection or in the context is not the one that is asked for', async () => {
    const { own, other } = pairs[placement];
    const stale = { options: `-c app.tenant_id=${other.scope.tenantId}` };
    const unset = bare(open(new pg.Pool({ connectionString: database.appUrl, max: 1, ...stale })));
    if (placement === 'shared') expect(await owners(unset.member.findMany({ select }))).toEqual([other.scope.tenantId]);
    expect(await owners(clientOn(tenantPool(stale), own.scope).member.findMany({ select }))).toEqual([
      own.scope.tenantId,
    ]);
    held('stale tenant on the connection', 'the connection: it enters with each statement');
    const db = clientOn(tenantPool(), own.scope);
    const seen = await runInTenant(entryOf(other.scope), () => owners(db.member.findMany({ select })));
    expect(seen).toEqual([own.scope.tenantId]);
    held('stale tenant in the context', 'the client: it carries its own tenant');
  });

  it('a cache whose key has no tenant is noticed by two tenants that ask in turn', async () => {
    const { own, other } = pairs[placement];
    const make = () =>
      tenantCache({ max: 9, ttlMs: 60_000, changes: [], load: (scope) => Promise.resolve({ of: scope.tenantId }) });
    const inTurn = async (ask: (tenant: SeededTenant) => Promise<{ of: string }>): Promise<boolean> => {
      const answers = [await ask(own), await ask(other), await ask(own)];
      return answers.every(({ of }, at) => of === [own, other, own][at]?.scope.tenantId);
    };
    const sound = make();
    expect(await inTurn(({ scope }) => sound.get(scope))).toBe(true);
    const kept = new Map<string, Promise<{ of: string }>>();
    const keyless = ({ scope }: SeededTenant): Promise<{ of: string }> => {
      const value = kept.get('key') ?? make().get(scope);
      kept.set('key', value);
      return value;
    };
    expect(await inTurn(keyless)).toBe(false);
    held('cache key without tenant', 'two tenants in turn; caches.test.ts: a cache without a reason');
  });
});

it('with both halves broken, models see foreign rows', async () => {
  const { own, other } = pairs.shared;
  await onPlace(own.scope, database.adminUrl, (admin) => admin.query('ALTER TABLE members DISABLE ROW LEVEL SECURITY'));
  const pool = new TenantPool({ connectionString: database.appUrl, max: 1 });
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  const rows = await runInTenant(entryOf(own.scope), async () => client.member.findMany());
  await onPlace(own.scope, database.adminUrl, (admin) => admin.query('ALTER TABLE members ENABLE ROW LEVEL SECURITY'));
  await pool.end();
  expect(rows.map(({ tenantId }) => tenantId)).toContain(other.scope.tenantId);
  note('shared', 'client bypassed and row-level security off', 'models see foreign rows');
});

const page = { slug: 'lost', title: '', body: '', updatedByName: 'x' };
