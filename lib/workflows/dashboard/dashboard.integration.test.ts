import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { changeSettings } from '@/lib/features/settings/change-settings';
import { readSettingsForm } from '@/lib/features/settings/read-settings-form';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { createMember } from '@/lib/testing/member';
import { createTestTenant, type TestTenant } from '@/lib/testing/tenant';
import { readDashboard } from './read-dashboard';
import { dashboardSchema } from './schema';

let database: TestDatabase;
let tenant: TestTenant;
let owner: MemberContext;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

beforeEach(async () => {
  tenant = await prepare('Acme');
  owner = await createMember(tenant, 'owner');
});

afterAll(async () => {
  await Promise.all([closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

async function prepare(name: string): Promise<TestTenant> {
  const created = await createTestTenant({ name, plan: 'basic' });
  const { tenantId, slug } = created;
  await consoleDb().host.create({
    data: { tenantId, host: `${slug}.localhost`, surface: 'portal', status: 'active', isPrimary: true },
  });
  return created;
}

const open = async (ctx: MemberContext) =>
  (await readDashboard(ctx)).setup.filter((step) => !step.done).map((step) => step.key);

it('ticks a step when it is really done, and the list goes with the last one', async () => {
  expect(await open(owner)).toEqual(['logo', 'brand', 'timeZone', 'billing', 'member', 'page']);

  const settings = await readSettingsForm(owner);
  await changeSettings(owner, { ...settings, timeZone: 'Europe/Berlin', billingContactEmail: 'bea@example.test' });
  await createMember(tenant, 'user');
  expect(await open(owner)).toEqual(['logo', 'brand', 'page']);

  const db = tenantDb(tenant);
  await db.brandAsset.create({
    data: { kind: 'logo_light', sha256: 'a', mimeType: 'image/png', sizeBytes: 1, width: 1, height: 1 },
  });
  await db.brandVersion.create({
    data: { number: 2, status: 'published', tokens: {}, createdByName: 'x', publishedAt: new Date() },
  });
  expect(await open(owner)).toEqual(['page']);
  await db.page.create({ data: { slug: 'about', title: 'About', body: '', status: 'published', updatedByName: 'x' } });
  expect((await readDashboard(owner)).setup).toEqual([]);
});

it('offers a role only the steps it may take, and a viewer none', async () => {
  expect(await open(await createMember(tenant, 'manager'))).toEqual(['page']);
  expect(await open(await createMember(tenant, 'viewer'))).toEqual([]);
});

it('sends a viewer nothing of audit, usage, plan or invitations', async () => {
  await changeSettings(owner, { ...(await readSettingsForm(owner)), currency: 'EUR' });
  expect((await readDashboard(owner)).activity).toHaveLength(1);
  expect(await readDashboard(await createMember(tenant, 'viewer'))).toMatchObject({
    people: { active: 2, invited: null },
    quotas: [],
    activity: null,
    usage: null,
  });
});

it("counts and shows only the tenant's own, and says no more than its schema allows", async () => {
  const other = await prepare('Globex');
  const stranger = await createMember(other, 'owner');
  await changeSettings(stranger, { ...(await readSettingsForm(stranger)), currency: 'EUR' });
  const dashboard = await readDashboard(owner);
  expect(dashboardSchema.parse(dashboard)).toEqual(dashboard);
  expect(dashboard.people.active).toBe(1);
  expect(dashboard.hosts.map(({ host, url }) => [host, url])).toEqual([
    [`${tenant.slug}.localhost`, `http://${tenant.slug}.localhost:3000`],
  ]);
  expect(JSON.stringify(dashboard)).not.toContain(other.slug);
});
