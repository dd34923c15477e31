import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { uuidv7 } from '@/lib/platform/ids';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { writeQueuedEvents } from '@/lib/testing/queued-events';
import { createTestTenant, memberOf, superAdmin, type TestTenant } from '@/lib/testing/tenant';
import { changeFlag } from './change-flag';
import { createFlag } from './create-flag';
import { listFeatures } from './list-features';
import { listFlags } from './list-flags';
import { listTenantsOfFlag } from './list-tenants-of-flag';
import { removeOverride, setOverride } from './set-override';
import { isEnabled, loadFlagSnapshot, quotaLimit, requireFeature } from './snapshot';
import { switchFeature } from './switch-feature';

let database: TestDatabase;
let tenant: TestTenant;
let other: TestTenant;
const owner = superAdmin('owner');

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  [tenant, other] = [
    await createTestTenant({ plan: 'professional' }),
    await createTestTenant({ plan: 'professional' }),
  ];
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

describe('an override', () => {
  const values = { key: 'site.pages', value: false, reason: 'Not paid for.' };

  it('changes the value for its tenant at once, and for no other', async () => {
    await setOverride(owner, { tenantId: tenant.tenantId, ...values });
    expect(await isEnabled(tenant, 'site.pages')).toBe(false);
    expect(await isEnabled(other, 'site.pages')).toBe(true);
    await expect(requireFeature(tenant, 'site.pages')).rejects.toMatchObject({ code: 'not_found' });

    await removeOverride(owner, { tenantId: tenant.tenantId, key: 'site.pages' });
    expect(await isEnabled(tenant, 'site.pages')).toBe(true);
  });

  it("is written into the tenant's audit log and the platform's, with what was there before", async () => {
    await setOverride(owner, {
      tenantId: tenant.tenantId,
      key: 'quota.members',
      value: 300,
      reason: 'Agreed by phone.',
    });
    await setOverride(owner, {
      tenantId: tenant.tenantId,
      key: 'quota.members',
      value: 400,
      reason: 'Agreed by mail.',
    });
    const changes = {
      'quota.members': { before: 300, after: 400 },
      reason: { before: 'Agreed by phone.', after: 'Agreed by mail.' },
    };
    await writeQueuedEvents(database.adminUrl);
    const inTenant = await tenantDb(tenant).auditEvent.findMany({ orderBy: { id: 'desc' } });
    const inPlatform = await consoleDb().platformAuditEvent.findMany({
      where: { subjectTenantId: tenant.tenantId },
      orderBy: { id: 'desc' },
    });
    for (const events of [inTenant, inPlatform]) {
      expect(events).toHaveLength(2);
      expect(events[0]).toMatchObject({
        action: 'flag.override_set',
        actorId: owner.actor.id,
        targetLabel: 'quota.members',
        changes,
      });
    }
    expect(await quotaLimit(tenant, 'quota.members')).toBe(400);
  });

  it.each([
    ['a text for a boolean', 'site.pages', 'yes'],
    ['a fraction for a quota', 'quota.members', 1.5],
    ['less than −1 for a quota', 'quota.members', -2],
  ])('refuses %s and leaves no trace', async (_what, key, value) => {
    await expect(setOverride(owner, { tenantId: tenant.tenantId, key, value, reason: 'test' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
    expect(await tenantDb(tenant).flagOverride.count()).toBe(0);
    expect(await tenantDb(tenant).auditEvent.count()).toBe(0);
  });

  it('answers alike for a tenant, a flag and an override that do not exist', async () => {
    const missing = { code: 'not_found', message: 'Not found.' };
    await expect(setOverride(owner, { tenantId: uuidv7(), ...values })).rejects.toMatchObject(missing);
    await expect(setOverride(owner, { tenantId: tenant.tenantId, ...values, key: 'no.such' })).rejects.toMatchObject(
      missing,
    );
    await expect(removeOverride(owner, { tenantId: tenant.tenantId, key: 'site.pages' })).rejects.toMatchObject(
      missing,
    );
  });

  it('is refused to a super-admin who only supports', async () => {
    await expect(setOverride(superAdmin('support'), { tenantId: tenant.tenantId, ...values })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe("the tenant's own switch", () => {
  const admin = () => memberOf(tenant, 'admin');

  it('turns a granted feature off and back on, for this tenant alone, on the record', async () => {
    await switchFeature(admin(), { key: 'site.pages', on: false });
    expect([await isEnabled(tenant, 'site.pages'), await isEnabled(other, 'site.pages')]).toEqual([false, true]);
    await switchFeature(admin(), { key: 'site.pages', on: true });
    expect(await isEnabled(tenant, 'site.pages')).toBe(true);
    const events = await tenantDb(tenant).auditEvent.findMany({ orderBy: { id: 'asc' } });
    expect(events.map(({ action, changes }) => ({ action, changes }))).toEqual([
      { action: 'flag.override_set', changes: { 'site.pages': { before: true, after: false } } },
      { action: 'flag.override_removed', changes: { 'site.pages': { before: false, after: true } } },
    ]);
    expect(await tenantDb(other).auditEvent.count()).toBe(0);
  });

  it('writes nothing when it already stands so, also when pressed many times at once', async () => {
    await Promise.all(Array.from({ length: 8 }, () => switchFeature(admin(), { key: 'site.pages', on: false })));
    expect(await tenantDb(tenant).flagOverride.count()).toBe(1);
    expect(await tenantDb(tenant).auditEvent.count()).toBe(1);
  });

  it('gives nothing that plan and console do not', async () => {
    const free = await createTestTenant({ plan: 'free' });
    await expect(switchFeature(memberOf(free), { key: 'site.pages', on: true })).rejects.toMatchObject({
      code: 'unprocessable',
    });
    await setOverride(owner, { tenantId: tenant.tenantId, key: 'site.pages', value: false, reason: 'Abuse.' });
    await expect(switchFeature(admin(), { key: 'site.pages', on: true })).rejects.toMatchObject({
      code: 'unprocessable',
    });
    expect(await isEnabled(tenant, 'site.pages')).toBe(false);
  });

  it('moves no flag that is not the tenant’s to switch, and knows no other', async () => {
    await expect(switchFeature(admin(), { key: 'branding.favicon', on: false })).rejects.toMatchObject({
      code: 'unprocessable',
    });
    await expect(switchFeature(admin(), { key: 'quota.members', on: false })).rejects.toMatchObject({
      code: 'unprocessable',
    });
    await expect(switchFeature(admin(), { key: 'no.such', on: false })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused to roles without the right', async () => {
    for (const role of ['manager', 'user', 'viewer'] as const) {
      await expect(switchFeature(memberOf(tenant, role), { key: 'site.pages', on: false })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });
});

describe('rows of flag_overrides', () => {
  it("cannot be read, changed or removed from another tenant's side", async () => {
    await setOverride(owner, { tenantId: tenant.tenantId, key: 'site.pages', value: false, reason: 'test' });
    const { id } = await tenantDb(tenant).flagOverride.findFirstOrThrow();
    const foreign = tenantDb(other);
    expect(
      await foreign.flagOverride.findUnique({ where: { tenantId_id: { tenantId: tenant.tenantId, id } } }),
    ).toBeNull();
    expect((await foreign.flagOverride.updateMany({ where: { id }, data: { value: true } })).count).toBe(0);
    expect((await foreign.flagOverride.deleteMany({ where: { id } })).count).toBe(0);
    expect(await foreign.$queryRaw`SELECT id FROM "public".flag_overrides`).toEqual([]);
    expect(await isEnabled(tenant, 'site.pages')).toBe(false);
  });
});

describe('features of a tenant', () => {
  it('say where each value comes from, why, and what may be switched', async () => {
    await setOverride(owner, {
      tenantId: tenant.tenantId,
      key: 'quota.members',
      value: 300,
      reason: 'Agreed by phone.',
    });
    await switchFeature(memberOf(tenant), { key: 'usage.export', on: false });
    const { planName, features } = await listFeatures(memberOf(tenant, 'user'));
    const of = (key: string) => features.find((feature) => feature.key === key);
    expect(planName).toBe('Professional');
    expect(of('quota.members')).toMatchObject({
      value: 300,
      source: 'override',
      reason: 'Agreed by phone.',
      used: 0,
      switchable: false,
    });
    expect(of('usage.export')).toMatchObject({ value: false, source: 'tenant', switchable: true, reason: null });
    expect(of('branding.favicon')).toMatchObject({ value: true, source: 'plan', switchable: false });
    expect(features.map(({ key, value }) => [key, value])).toEqual(
      expect.arrayContaining([...(await loadFlagSnapshot(tenant))].map(([key, { value }]) => [key, value])),
    );
  });

  it('are not for viewers', async () => {
    await expect(listFeatures(memberOf(tenant, 'viewer'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('flags of the console', () => {
  it('are created with their type checked, once, on the record, and reach every tenant', async () => {
    const flag = {
      key: 'beta.editor',
      name: 'New editor',
      description: 'The new editor.',
      type: 'boolean',
      category: 'general',
      defaultValue: true,
      tenantEditable: true,
    } as const;
    await createFlag(owner, flag);
    await expect(createFlag(owner, flag)).rejects.toMatchObject({
      code: 'validation_failed',
      details: { fields: { key: 'flag_key_taken' } },
    });
    await expect(createFlag(owner, { ...flag, key: 'beta.other', defaultValue: 'on' })).rejects.toMatchObject({
      code: 'validation_failed',
    });
    await expect(createFlag(superAdmin('support'), { ...flag, key: 'beta.other' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await listFlags(owner)).flags.find(({ key }) => key === flag.key)).toMatchObject({
      shipped: false,
      defaultValue: true,
    });
    expect((await listFeatures(memberOf(tenant))).features.find(({ key }) => key === flag.key)).toMatchObject({
      value: true,
      source: 'default',
    });
    expect(
      await consoleDb().platformAuditEvent.count({ where: { action: 'flag.created', targetLabel: flag.key } }),
    ).toBe(1);
  });

  it('change with a diff, and not at all when nothing differs', async () => {
    const facts = {
      key: 'support.channel',
      name: 'Support',
      description: 'How questions reach us.',
      category: 'support',
      defaultValue: 'Forum',
      tenantEditable: false,
    } as const;
    await changeFlag(owner, facts);
    await changeFlag(owner, facts);
    const events = await consoleDb().platformAuditEvent.findMany({ where: { action: 'flag.changed' } });
    expect(events).toHaveLength(1);
    expect(events[0]?.changes).toMatchObject({ defaultValue: { before: 'Community', after: 'Forum' } });
    await expect(changeFlag(owner, { ...facts, defaultValue: 3 })).rejects.toMatchObject({ code: 'validation_failed' });
    await expect(changeFlag(owner, { ...facts, key: 'no.such' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('who has what', () => {
  it('finds tenants by their effective value, as the rules decide it, page by page', async () => {
    const key = 'audit.export';
    const free = await createTestTenant({ plan: 'free' });
    await setOverride(owner, { tenantId: free.tenantId, key, value: true, reason: 'Trial.' });
    await setOverride(owner, { tenantId: other.tenantId, key, value: false, reason: 'Test.' });
    await switchFeature(memberOf(tenant), { key, on: false });

    const all = await listTenantsOfFlag(owner, { key });
    for (const row of all.data) {
      const scope = { tenantId: row.id, placement: 'shared' } as const;
      expect((await loadFlagSnapshot(scope)).get(key), row.name).toMatchObject({
        value: row.value,
        source: row.source,
      });
    }
    const on = await listTenantsOfFlag(owner, { key, value: 'true' });
    expect(on.data.every(({ value }) => value === true)).toBe(true);
    expect(on.data).toHaveLength(all.values.find(({ value }) => value === true)?.tenants ?? -1);
    const overridden = await listTenantsOfFlag(owner, { key, overridden: '1' });
    expect(new Set(overridden.data.map(({ id }) => id))).toEqual(
      new Set([tenant, other, free].map(({ tenantId }) => tenantId)),
    );
    expect(overridden.data.find(({ id }) => id === free.tenantId)?.override).toMatchObject({
      reason: 'Trial.',
      value: true,
    });
    expect(await listTenantsOfFlag(owner, { key, value: 'not json' })).toMatchObject({ data: [] });
    await expect(listTenantsOfFlag(owner, { key: 'no.such' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('shows every tenant exactly once over the pages', async () => {
    // The list is read off the directory, which is the same for all: sixty places would only take their time.
    const common = { plan: 'free', placement: 'shared' } as const;
    await Promise.all(Array.from({ length: 60 }, (_, i) => createTestTenant({ ...common, name: `Page ${i % 6}` })));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTenantsOfFlag(owner, { key: 'site.pages', value: 'false', cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const { values } = await listTenantsOfFlag(owner, { key: 'site.pages' });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(values.find(({ value }) => value === false)?.tenants ?? -1);
  });
});
