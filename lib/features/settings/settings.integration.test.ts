import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { closeConsoleClient } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { changeSettings } from './change-settings';
import { readSettingsForm } from './read-settings-form';
import { settingsSchema, type SettingsInput } from './schema';

let database: TestDatabase;
let tenant: TestTenant;
let admin: MemberContext;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  tenant = await createTestTenant({ name: 'Acme' });
  admin = await createMember(tenant, 'admin');
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

const wanted: SettingsInput = settingsSchema.parse({
  name: 'Acme Works',
  timeZone: 'Europe/Berlin',
  locale: 'de',
  dateFormat: 'dmy',
  currency: 'EUR',
  fiscalYearStartMonth: '4',
  billingContactName: 'Bea Billing',
  billingContactEmail: 'Bea@Example.test',
});
const events = () => tenantDb(tenant).auditEvent.findMany({ select: { action: true, changes: true } });

it('starts with defaults where nothing was chosen yet', async () => {
  expect(await tenantSettings(tenant)).toMatchObject({ timeZone: 'UTC', currency: 'USD' });
  expect(await readSettingsForm(admin)).toMatchObject({ name: 'Acme', timeZone: 'UTC' });
});

it('is seen by the next read, with one event that says what changed', async () => {
  await tenantSettings(tenant);
  expect(await changeSettings(admin, wanted)).toEqual({ changed: 8 });
  expect(await tenantSettings(tenant)).toMatchObject({
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    billingContactEmail: 'bea@example.test',
  });
  expect(await changeSettings(admin, { ...wanted, currency: 'CHF' })).toEqual({ changed: 1 });
  expect((await events()).at(-1)).toEqual({
    action: 'settings.changed',
    changes: { currency: { before: 'EUR', after: 'CHF' } },
  });
});

it('records nothing when nothing changed', async () => {
  await changeSettings(admin, wanted);
  expect(await changeSettings(admin, wanted)).toEqual({ changed: 0 });
  expect(await events()).toHaveLength(1);
});

it("touches no other tenant's row", async () => {
  const other = await createTestTenant({ name: 'Globex' });
  const others = await createMember(other, 'owner');
  await changeSettings(admin, wanted);
  expect(await readSettingsForm(others)).toMatchObject({ name: 'Globex', timeZone: 'UTC' });
  expect(await tenantDb(other).auditEvent.count()).toBe(0);
});

it('is read by a manager and changed by nobody below an admin', async () => {
  const manager = await createMember(tenant, 'manager');
  expect(await readSettingsForm(manager)).toMatchObject({ name: 'Acme' });
  await expect(changeSettings(manager, wanted)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(readSettingsForm(await createMember(tenant, 'viewer'))).rejects.toMatchObject({ code: 'forbidden' });
});

it.each([
  ['timeZone', '+02:00'],
  ['timeZone', 'Mars/Olympus'],
  ['currency', 'XQQ'],
  ['locale', 'en"><script>'],
  ['fiscalYearStartMonth', 13],
  ['name', 'A\nB'],
  ['billingContactEmail', 'nobody'],
])('refuses %s = %s', (field, value) => {
  expect(settingsSchema.safeParse({ ...wanted, [field]: value }).success).toBe(false);
});
