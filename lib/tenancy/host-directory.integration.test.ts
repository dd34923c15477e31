import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { onChange, publishChange, startChangeBus, type Change } from '@/lib/platform/change-bus';
import { resetEnv } from '@/lib/platform/env';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { seedTenants, type SeededTenant } from '@/lib/testing/two-tenants';
import { closeConsoleClient, consoleDb } from './console-client';
import { closeHostDirectory, resolveHost } from './host-directory';

let database: TestDatabase;
let admin: pg.Client;
let tenant: SeededTenant;
let other: SeededTenant;

beforeAll(async () => {
  database = await createTestDatabase();
  [tenant, other] = (await seedTenants(database.adminUrl, 2, 0)) as [SeededTenant, SeededTenant];
  admin = new pg.Client(database.adminUrl);
  await admin.connect();
  for (const [host, of, primary] of [
    ['one.test', tenant, true],
    ['two.test', tenant, false],
    ['other.test', other, false],
  ] as const)
    await admin.query(
      `INSERT INTO hosts (id, tenant_id, host, surface, status, is_primary) VALUES (gen_random_uuid(), $1, $2, 'portal', 'active', $3)`,
      [of.scope.tenantId, host, primary],
    );
  startChangeBus();
});

afterAll(async () => {
  await closeHostDirectory();
  await closeConsoleClient();
  await admin.end();
  await database.drop();
});

beforeEach(async () => {
  await closeHostDirectory();
  await admin.query(`UPDATE tenants SET status = 'active'`);
});

const setStatus = (status: string): Promise<unknown> =>
  admin.query('UPDATE tenants SET status = $2 WHERE id = $1', [tenant.scope.tenantId, status]);
const statusOf = async (host: string): Promise<string | undefined> => (await resolveHost(host))?.status;

describe('resolveHost', () => {
  it('gives the stored record, with the primary host of its surface or itself where there is none', async () => {
    expect(await resolveHost('two.test')).toMatchObject({
      host: 'two.test',
      tenantId: tenant.scope.tenantId,
      surface: 'portal',
      isPrimary: false,
      primaryHost: 'one.test',
    });
    expect(await resolveHost('other.test')).toMatchObject({ primaryHost: 'other.test' });
  });

  it('knows nothing of a host that is nobody’s, reserved, or of a tenant that is not there yet', async () => {
    expect(await resolveHost('nobody.test')).toBeNull();
    await setStatus('provisioning');
    expect(await resolveHost('one.test')).toBeNull();
  });

  it('asks the database once for callers at the same time, and not again while it knows', async () => {
    const query = vi.spyOn(pg.Pool.prototype, 'query');
    const records = await Promise.all(Array.from({ length: 20 }, () => resolveHost('one.test')));
    expect(new Set(records).size).toBe(1);
    expect(await resolveHost('one.test')).toBe(records[0]);
    await Promise.all([resolveHost('nobody.test'), resolveHost('nobody.test')]);
    await resolveHost('nobody.test');
    expect(query).toHaveBeenCalledTimes(2);
    query.mockRestore();
  });

  it('sees a suspension within 5 s even if nobody is told of it', async () => {
    expect(await statusOf('one.test')).toBe('active');
    await setStatus('suspended');
    expect(await statusOf('one.test')).toBe('active');
    const told: Change[] = [];
    onChange((change) => told.push(change));
    await expect.poll(() => statusOf('one.test'), { timeout: 4_500, interval: 100 }).toBe('suspended');
    // So that the pages of its site are dropped too.
    expect(told).toEqual([{ kind: 'tenant', tenantId: tenant.scope.tenantId }]);
  });

  it.each([
    ['its tenant', () => ({ kind: 'tenant', tenantId: tenant.scope.tenantId }) as const],
    ['the host', () => ({ kind: 'host', tenantId: tenant.scope.tenantId, key: 'one.test' }) as const],
    ['everything', () => ({ kind: 'host' }) as const],
  ])('sees a change of %s at once when it is told', async (_what, change) => {
    expect(await statusOf('one.test')).toBe('active');
    await resolveHost('other.test');
    await setStatus('suspended');
    await publishChange(consoleDb(), change());
    await expect.poll(() => statusOf('one.test'), { timeout: 1_000, interval: 20 }).toBe('suspended');
  });

  it('keeps no answer that was under way when the change came', async () => {
    const ask = pg.Pool.prototype.query as (...args: unknown[]) => Promise<unknown>;
    let answered = (): void => undefined;
    const read = new Promise<void>((resolve) => (answered = resolve));
    let deliver = (): void => undefined;
    const held = new Promise<void>((resolve) => (deliver = resolve));
    const askAndWait = async (pool: pg.Pool, args: unknown[]): Promise<unknown> => {
      const rows = await ask.apply(pool, args);
      answered();
      await held;
      return rows;
    };
    // The compiler takes the form with a callback, which returns nothing, for the only one.
    const query = vi.spyOn(pg.Pool.prototype, 'query').mockImplementationOnce(function (this: pg.Pool, ...args) {
      return askAndWait(this, args) as unknown as undefined;
    });
    const early = statusOf('one.test');
    await read;
    query.mockRestore();
    await setStatus('suspended');
    const heard = new Promise<void>((resolve) => onChange(() => resolve()));
    await publishChange(consoleDb(), { kind: 'tenant', tenantId: tenant.scope.tenantId });
    await heard;
    expect(await statusOf('one.test')).toBe('suspended');
    deliver();
    expect(await early).toBe('active');
    expect(await statusOf('one.test')).toBe('suspended');
  });

  it('is not moved by changes of another kind', async () => {
    const held = await resolveHost('one.test');
    await publishChange(consoleDb(), { kind: 'branding', tenantId: tenant.scope.tenantId });
    await publishChange(consoleDb(), { kind: 'host', key: 'two.test' });
    expect(await resolveHost('one.test')).toBe(held);
  });

  it('prepares nothing on a connection that a pooler hands on', async () => {
    process.env.DATABASE_DIRECT_URL = `${database.adminUrl}?direct`;
    resetEnv();
    const query = vi.spyOn(pg.Pool.prototype, 'query');
    expect(await statusOf('one.test')).toBe('active');
    expect(query.mock.calls[0]?.[0]).toMatchObject({ name: undefined });
    query.mockRestore();
    delete process.env.DATABASE_DIRECT_URL;
    resetEnv();
  });
});

describe('consoleDb', () => {
  it('is one client per process, and a new one after it was closed', async () => {
    await closeConsoleClient();
    const first = consoleDb();
    expect(consoleDb()).toBe(first);
    await closeConsoleClient();
    expect(consoleDb()).not.toBe(first);
    expect(await consoleDb().tenant.count()).toBe(2);
  });
});
