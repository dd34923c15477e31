import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { tenantIn } from '@/lib/testing/placed-tenant';
import { entryOf, type TenantScope } from '../context';
import { placeDatabase, placeSchema } from './names';
import { OwnDatabases } from './own-databases';

let database: TestDatabase;
let first: TenantScope;
let second: TenantScope;

beforeAll(async () => {
  database = await createTestDatabase();
  first = await tenantIn('database', database.adminUrl);
  second = await tenantIn('database', database.adminUrl);
});

afterAll(() => database.drop());

function ask(pools: OwnDatabases, scope: TenantScope, seconds = 0): Promise<unknown> {
  const text = `SELECT pg_sleep(${seconds}), count(*)::int AS n, current_database() AS name FROM ${placeSchema(scope.tenantId)}.members`;
  const entry = entryOf(scope);
  return pools
    .poolOf(placeDatabase(scope.tenantId))
    .run({ text }, [], entry)
    .then(({ rows }) => rows[0] as unknown);
}

const answer = (scope: TenantScope): unknown =>
  expect.objectContaining({ n: 0, name: placeDatabase(scope.tenantId) }) as unknown;

describe('the pools of own databases', () => {
  it('are closed for another without losing a statement that runs or waits, and opened again', async () => {
    const pools = new OwnDatabases({ connectionString: database.appUrl, max: 2, connectionTimeoutMillis: 5_000 }, 1);
    const busy = Array.from({ length: 6 }, () => ask(pools, first, 0.1));
    // Room for one pool only: the first tenant's is closed while two of its statements run and four wait.
    expect(await ask(pools, second)).toEqual(answer(second));
    expect(await ask(pools, first)).toEqual(answer(first));
    expect(await Promise.all(busy)).toEqual(busy.map(() => answer(first)));
    await pools.end();
  });

  it('answer what is under way before they end', async () => {
    const pools = new OwnDatabases({ connectionString: database.appUrl });
    const busy = Array.from({ length: 8 }, () => ask(pools, first, 0.05));
    await pools.end();
    expect(await Promise.all(busy)).toEqual(busy.map(() => answer(first)));
  });

  it('keep one pool for a database, with few connections', async () => {
    const pools = new OwnDatabases({ connectionString: database.appUrl, max: 50 });
    const pool = pools.poolOf(placeDatabase(first.tenantId));
    expect(pools.poolOf(placeDatabase(first.tenantId))).toBe(pool);
    await Promise.all(Array.from({ length: 20 }, () => ask(pools, first)));
    expect(pool.totalCount).toBe(4);
    await pools.end();
  });
});
