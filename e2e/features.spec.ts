/** A feature that is off does not exist: not in the navigation, as a page, as an action or as a route. On again, all of it is back. */
import type { Page } from '@playwright/test';
import { callAction, portalAction } from './support/actions';
import { siteOrigin, superAdmin } from './support/first-run';
import { request } from './support/http';
import { freshTenant, type FreshTenant } from './support/tenants';
import { cookieHeader, expect, test } from './support/test';

/** Changes reach every node well within this. */
const soon = { timeout: 5_000, intervals: [100] };
const content = { title: 'About us', slug: 'about', description: '', body: 'We grind lenses.' };

let tenant: FreshTenant;
let host: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  tenant = await freshTenant('schalter', 'professional');
  host = `${tenant.slug}.localhost`;
});

async function overrideInConsole(page: Page, feature: string, value: 'On' | 'Off'): Promise<void> {
  await page.goto(`${superAdmin.origin}/tenants/${tenant.slug}/features`);
  await page.getByRole('button', { name: `Actions for ${feature}` }).click();
  await page.getByRole('menuitem', { name: /^(Add|Change) override$/ }).click();
  const panel = page.getByRole('dialog', { name: feature });
  await panel.getByRole('radio', { name: value, exact: true }).check();
  await panel.getByLabel('Reason').fill('Agreed by telephone');
  await panel.getByRole('button', { name: 'Set override' }).click();
  await expect(page.getByText(`${tenant.name} now has ${value}.`)).toBeVisible();
}

async function removeOverride(page: Page, feature: string): Promise<void> {
  await page.goto(`${superAdmin.origin}/tenants/${tenant.slug}/features`);
  await page.getByRole('button', { name: `Actions for ${feature}` }).click();
  await page.getByRole('menuitem', { name: 'Remove override' }).click();
  await expect(page.getByText(`${tenant.name} is back to its plan.`)).toBeVisible();
}

test('site pages switched off in the console are gone from navigation, pages, routes, actions and the site', async ({
  signedIn,
}) => {
  const [admin, page] = [await signedIn(superAdmin), await signedIn(tenant.owner)];
  const cookie = cookieHeader(await page.context().storageState());
  const made = await callAction(portalAction('createPageAction'), { host, cookie, input: content });
  const { id } = made.result?.data as { id: string };
  await callAction(portalAction('publishPageAction'), { host, cookie, input: { id } });
  const siteHost = new URL(siteOrigin(tenant.slug)).hostname;
  await expect.poll(async () => (await request('/about', { host: siteHost })).status, soon).toBe(200);

  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Site', exact: true });
  await page.goto(tenant.owner.origin);
  await expect(link).toBeVisible();

  await overrideInConsole(admin, 'Custom site pages', 'Off');
  await expect.poll(async () => (await request('/api/portal/pages', { host, cookie })).status, soon).toBe(404);
  await page.goto(tenant.owner.origin);
  await expect(link).toHaveCount(0);
  for (const path of ['/site', '/site/new', `/site/${id}`]) {
    expect((await request(path, { host, cookie })).status, path).toBe(404);
  }
  for (const [name, input] of [
    ['createPageAction', { ...content, slug: 'second' }],
    ['publishPageAction', { id }],
    ['deletePageAction', { id }],
    ['previewPageAction', { body: 'x' }],
  ] as const) {
    const refused = await callAction(portalAction(name), { host, cookie, input });
    expect(refused.result?.error?.code, name).toBe('not_found');
  }
  await expect.poll(async () => (await request('/about', { host: siteHost })).status, soon).toBe(404);

  await removeOverride(admin, 'Custom site pages');
  await expect.poll(async () => (await request('/api/portal/pages', { host, cookie })).status, soon).toBe(200);
  await page.goto(tenant.owner.origin);
  await expect(link).toBeVisible();
  expect((await request('/site', { host, cookie })).status).toBe(200);
  await expect.poll(async () => (await request('/about', { host: siteHost })).status, soon).toBe(200);
});

for (const { feature, route, at, control } of [
  { feature: 'Audit log export', route: '/api/portal/audit/export', at: '/audit', control: 'Export' },
  { feature: 'Usage export', route: '/api/portal/usage/export', at: '/usage', control: /Export/ },
]) {
  test(`${feature} switched off in the console is gone from its page and its route`, async ({ signedIn }) => {
    const [admin, page] = [await signedIn(superAdmin), await signedIn(tenant.owner)];
    const cookie = cookieHeader(await page.context().storageState());
    const offered = page
      .getByRole('main')
      .getByRole('button', { name: control })
      .or(page.getByRole('main').getByRole('link', { name: control }));
    expect((await request(route, { host, cookie })).status).toBe(200);
    await page.goto(tenant.owner.origin + at);
    await expect(offered.first()).toBeVisible();

    await overrideInConsole(admin, feature, 'Off');
    await expect.poll(async () => (await request(route, { host, cookie })).status, soon).toBe(404);
    await page.goto(tenant.owner.origin + at);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(offered).toHaveCount(0);

    await removeOverride(admin, feature);
    await expect.poll(async () => (await request(route, { host, cookie })).status, soon).toBe(200);
    await page.goto(tenant.owner.origin + at);
    await expect(offered.first()).toBeVisible();
  });
}

test('the tenant’s admin switches a feature off and on, where the plan lets them', async ({ signedIn }) => {
  const page = await signedIn(tenant.owner);
  const cookie = cookieHeader(await page.context().storageState());
  const pages = async (): Promise<number> => (await request('/api/portal/pages', { host, cookie })).status;
  await page.goto(`${tenant.owner.origin}/features`);
  const toggle = page.getByRole('switch', { name: 'Custom site pages for everyone here' });
  await toggle.click();
  await expect(page.getByText('Switched off here. Your plan includes it.')).toBeVisible();
  await expect.poll(pages, soon).toBe(404);
  await toggle.click();
  await expect.poll(pages, soon).toBe(200);
  const denied = await callAction(portalAction('switchFeatureAction'), {
    host,
    cookie,
    input: { key: 'branding.favicon', on: false },
  });
  expect(denied.result?.ok).toBe(false);
});

test('a full plan refuses the next invitation and says resource, used, limit and requested', async ({ signedIn }) => {
  const small = await freshTenant('klein', 'free');
  const page = await signedIn(small.owner);
  const cookie = cookieHeader(await page.context().storageState());
  const at = { host: `${small.slug}.localhost`, cookie };
  const invite = (name: string): ReturnType<typeof callAction> =>
    callAction(portalAction('inviteAction'), {
      ...at,
      input: { emails: [`${name}@${small.slug}.example`], role: 'user' },
    });
  // Its owner and the first invitation count; five fit.
  for (const name of ['one', 'two', 'three']) expect((await invite(name)).result?.ok, name).toBe(true);
  const refused = await invite('four');
  expect(refused.result?.error).toMatchObject({
    code: 'quota_exceeded',
    values: { resource: 'members', used: 5, limit: 5, requested: 1 },
  });

  await page.goto(`${small.owner.origin}/members`);
  await page.getByRole('button', { name: /^Invite/ }).click();
  await expect(page.getByText('All places of your plan are taken.')).toBeVisible();
  await page.getByLabel(/E-mail address/).fill(`five@${small.slug}.example`);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await expect(page.getByText('Your plan allows 5 members; 5 are in use and one more was asked for.')).toBeVisible();
});
