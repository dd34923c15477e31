import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { shippedPlans } from '@/lib/core/plans/catalogue';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { isAppError } from '@/lib/platform/errors';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import type { TenantScope } from '@/lib/tenancy/context';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant } from '@/lib/testing/tenant';
import { takeQuota } from './take-quota';

let database: TestDatabase;
let tenant: TenantScope;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  tenant = await createTestTenant({ plan: 'basic' });
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

describe('takeQuota', () => {
  it('accepts exactly the limit when 100 creations arrive at once, and refuses the rest with the figures', async () => {
    const limit = shippedPlans.basic.values['quota.members'];
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => addPatiently(tenant)));
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));

    expect(await tenantDb(tenant).member.count()).toBe(limit);
    expect(refusals).toHaveLength(100 - limit);
    for (const refusal of refusals) {
      if (!isAppError(refusal, 'quota_exceeded')) throw refusal;
      expect(refusal.details.quota).toEqual({ resource: 'members', used: limit, limit, requested: 1 });
    }
  });

  it('takes several at once or none of them', async () => {
    await setOverride(tenant, 5);
    await addMembers(tenant, 3);
    await expect(addMembers(tenant, 3)).rejects.toMatchObject({
      details: { quota: { used: 3, limit: 5, requested: 3 } },
    });
    expect(await tenantDb(tenant).member.count()).toBe(3);
    await addMembers(tenant, 2);
  });

  it("prefers the console's override to the plan, and knows no limit at −1", async () => {
    await setOverride(tenant, 0);
    await expect(addMembers(tenant, 1)).rejects.toMatchObject({ code: 'quota_exceeded' });
    await setOverride(tenant, -1);
    await addMembers(tenant, 40);
    expect(await tenantDb(tenant).member.count()).toBe(40);
  });

  it("counts only the tenant's own, and one tenant's full quota stops nobody else", async () => {
    const other = await createTestTenant({ plan: 'free' });
    await addMembers(other, 5);
    await expect(addMembers(other, 1)).rejects.toMatchObject({ code: 'quota_exceeded' });
    await addMembers(tenant, 25);
  });

  it('works in a console transaction, for what a tenant may not insert itself', async () => {
    const addHost = () =>
      consoleDb().$transaction(async (tx) => {
        await takeQuota(tx, tenant, 'quota.hosts', 1, (inner) =>
          inner.host.count({ where: { tenantId: tenant.tenantId } }),
        );
        await tx.host.create({ data: { tenantId: tenant.tenantId, host: `${uuidv7()}.test`, surface: 'portal' } });
      });
    const results = await Promise.allSettled(Array.from({ length: 12 }, addHost));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(
      shippedPlans.basic.values['quota.hosts'],
    );
  });
});

async function addMembers(scope: TenantScope, count: number): Promise<void> {
  await tenantDb(scope).$transaction(
    async (tx) => {
      await takeQuota(tx, scope, 'quota.members', count, (inner) => inner.member.count());
      const rows = Array.from({ length: count }, () => ({
        email: `${uuidv7()}@example.test`,
        name: 'Someone',
        role: 'user',
      }));
      await tx.member.createMany({ data: rows });
    },
    { timeout: 20_000 },
  );
}

/** A hundred transactions queue for a handful of connections: on a busy machine some give up waiting, and then ask again. */
async function addPatiently(scope: TenantScope): Promise<void> {
  try {
    await addMembers(scope, 1);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    await addPatiently(scope);
  }
}

async function setOverride(scope: TenantScope, value: number): Promise<void> {
  const key = { tenantId: scope.tenantId, flagKey: 'quota.members', setBy: 'console' };
  await tenantDb(scope).flagOverride.upsert({
    where: { tenantId_flagKey_setBy: key },
    create: { ...key, value, reason: 'test', setByName: 'test' },
    update: { value },
  });
}
