import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MemberContext } from '@/lib/core/access/context';
import { readClosedNotices } from '@/components/dashboard/closed-notices';
import { switchFeature } from '@/lib/core/flags/switch-feature';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { changeSettings } from '@/lib/features/settings/change-settings';
import { readSettingsForm } from '@/lib/features/settings/read-settings-form';
import { changeAnnouncement, createAnnouncement } from '@/lib/features/site/announcements';
import { listAnnouncements } from '@/lib/features/site/read-site';
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
    data: { number: 1, status: 'published', tokens: {}, createdByName: 'x', publishedAt: new Date() },
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

it('tells every member what is announced on the portal, in its time, and nothing of the site or of another tenant', async () => {
  const words = {
    tone: 'info',
    linkUrl: 'https://example.com/',
    linkLabel: 'More',
    startsAt: null,
    endsAt: null,
  } as const;
  const announce = (ctx: MemberContext, text: string, place: 'site' | 'portal' | 'both') =>
    createAnnouncement(ctx, { ...words, text, place });
  await announce(owner, 'Maintenance tonight', 'portal');
  await announce(owner, 'For everybody', 'both');
  await announce(owner, 'For visitors', 'site');
  await createAnnouncement(owner, { ...words, text: 'Later', place: 'portal', startsAt: '2099-01-01T00:00:00.000Z' });
  await announce(await createMember(await prepare('Globex'), 'owner'), 'Elsewhere', 'portal');
  const viewer = await createMember(tenant, 'viewer');
  const seen = async () => (await readDashboard(viewer)).announcements;
  expect((await seen()).map(({ text }) => text)).toEqual(['For everybody', 'Maintenance tonight']);
  expect((await seen())[0]?.link).toEqual({ href: 'https://example.com/', label: 'More' });
  const [both] = (await listAnnouncements(owner)).filter(({ text }) => text === 'For everybody');
  const key = (await seen())[0]?.key;
  await changeAnnouncement(owner, {
    ...{ ...words, place: 'both', text: 'For all', id: both?.id ?? '', updatedAt: both?.updatedAt ?? '' },
  });
  const changed = (await seen())[0];
  expect(changed).toMatchObject({ text: 'For all' });
  expect([key === changed?.key, key !== undefined && readClosedNotices(key)[0] === key]).toEqual([false, true]);
  await switchFeature(owner, { key: 'site.pages', on: false });
  expect(await seen()).toEqual([]);
});
