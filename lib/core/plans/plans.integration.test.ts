import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createTestTenant, superAdmin } from '@/lib/testing/tenant';
import { shippedFlags, shippedPlans } from './catalogue';
import { changePlans } from './change-plans';
import { ensureCatalogue } from './ensure-catalogue';
import { listPlans } from './list-plans';
import type { ChangePlan } from './schema';

let database: TestDatabase;
const owner = superAdmin('owner');

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(async () => {
  await closeConsoleClient();
  await database.drop();
});

describe('ensureCatalogue', () => {
  it('fills an empty database once, also when several nodes start together', async () => {
    await Promise.all([ensureCatalogue(), ensureCatalogue(), ensureCatalogue()]);
    const { flags, plans } = await listPlans(owner);
    expect(new Set(flags.map(({ key }) => key))).toEqual(new Set(Object.keys(shippedFlags)));
    expect(plans.map(({ key }) => key)).toEqual(Object.keys(shippedPlans));
    for (const plan of plans) expect(plan.values).toEqual(shippedPlans[plan.key as keyof typeof shippedPlans].values);
  });

  it('brings back a flag that is missing with its values, and leaves every edit as it is', async () => {
    const db = consoleDb();
    await db.plan.update({ where: { key: 'free' }, data: { name: 'Starter' } });
    await db.flag.delete({ where: { key: 'audit.export' } });
    const removed = { plan: { key: 'basic' }, flag: { key: 'site.pages' } };
    await db.planValue.deleteMany({ where: removed });
    await ensureCatalogue();
    expect(await db.plan.findUnique({ where: { key: 'free' } })).toMatchObject({ name: 'Starter' });
    expect(await db.planValue.count({ where: { flag: { key: 'audit.export' } } })).toBe(2);
    expect(await db.planValue.count({ where: removed })).toBe(0);
  });
});

describe('changePlans', () => {
  it('saves prices, limits and values as the next version, with one diff', async () => {
    const plan = await edited('professional', {
      priceMonthlyMinor: 299_00,
      values: { 'quota.members': 500, 'site.pages': true },
    });
    expect(await changePlans(owner, [plan])).toEqual({ changed: 1 });
    expect((await listPlans(owner)).plans.find(({ id }) => id === plan.id)).toMatchObject({
      version: 2,
      priceMonthlyMinor: 299_00,
      values: plan.values,
    });
    const event = await consoleDb().platformAuditEvent.findFirstOrThrow({
      where: { action: 'plan.changed', targetId: plan.id },
    });
    expect(event.changes).toMatchObject({
      priceMonthlyMinor: { before: 249_00, after: 299_00 },
      'quota.members': { before: 250, after: 500 },
      'quota.hosts': { before: 10, after: null },
      version: { before: 1, after: 2 },
    });
  });

  it('refuses to overwrite what somebody else saved in between, and then changes nothing at all', async () => {
    const [basic, free] = [await edited('basic', { burst: 60 }), await edited('free', { burst: 30 })];
    await changePlans(owner, [basic]);
    await expect(changePlans(owner, [free, { ...basic, burst: 70 }])).rejects.toMatchObject({ code: 'conflict' });
    const { plans } = await listPlans(owner);
    expect(plans.find(({ key }) => key === 'basic')).toMatchObject({ burst: 60, version: 2 });
    expect(plans.find(({ key }) => key === 'free')).toMatchObject({ burst: 20, version: 1 });
  });

  it('refuses values of the wrong type and of unknown flags, naming the field', async () => {
    const plan = await edited('free', {});
    for (const values of [
      { 'site.pages': 1 },
      { 'quota.members': 'many' },
      { 'no.such': true },
    ] as ChangePlan['values'][]) {
      const [key] = Object.keys(values);
      await expect(changePlans(owner, [{ ...plan, values }])).rejects.toMatchObject({
        details: { fields: { [`${plan.id}.values.${key}`]: 'flag_value' } },
      });
    }
  });

  it('leaves version and log alone when nothing differs, and is for owners only', async () => {
    const plan = await edited('enterprise', {});
    expect(await changePlans(owner, [plan])).toEqual({ changed: 0 });
    expect(await consoleDb().platformAuditEvent.count({ where: { targetId: plan.id } })).toBe(0);
    await expect(changePlans(superAdmin('operator'), [plan])).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('tells how many tenants are on each plan', async () => {
    await createTestTenant({ plan: 'enterprise' });
    await createTestTenant({ plan: 'enterprise' });
    expect((await listPlans(owner)).plans.find(({ key }) => key === 'enterprise')).toMatchObject({ tenants: 2 });
  });
});

async function edited(key: string, changes: Partial<ChangePlan>): Promise<ChangePlan> {
  const plan = (await listPlans(owner)).plans.find((candidate) => candidate.key === key);
  if (!plan) throw new Error(`no plan ${key}`);
  const { id, version, name, description, priceMonthlyMinor, requestsPerMinute, burst, concurrency, values } = plan;
  return {
    id,
    version,
    name,
    description,
    priceMonthlyMinor,
    requestsPerMinute,
    burst,
    concurrency,
    values,
    ...changes,
  };
}
