/** What a super-admin or a member ends is ended: everywhere, within seconds, and it comes back when they say so. */
import { callAction, portalAction } from './support/actions';
import { siteOrigin, superAdmin } from './support/first-run';
import { request } from './support/http';
import { freshTenant, type FreshTenant } from './support/tenants';
import { cookieHeader, expect, signIn, test } from './support/test';

/** Promised: a session is dead on every node within this time. */
const deadWithin = { timeout: 5_000, intervals: [100] };

let tenant: FreshTenant;
let host: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  tenant = await freshTenant('pausa', 'professional');
  host = `${tenant.slug}.localhost`;
});

test('a suspended tenant shows a branded notice, ends its sessions within 5 s and refuses its programs', async ({
  signedIn,
  browser,
}) => {
  const member = await browser.newContext();
  const portal = await member.newPage();
  await signIn(portal, tenant.owner);
  await expect(portal.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const cookie = cookieHeader(await member.storageState());
  expect((await request('/api/portal/members', { host, cookie })).status).toBe(200);

  const page = await signedIn(superAdmin);
  await page.goto(`${superAdmin.origin}/tenants/${tenant.slug}`);
  await page.getByRole('button', { name: 'Suspend tenant' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Portal and site show a notice');
  await dialog.getByLabel('Reason').fill('Invoice overdue since May');
  await expect(dialog.getByRole('button', { name: 'Suspend tenant' })).toBeDisabled();
  await dialog.getByLabel(/Type .* to confirm/).fill(tenant.slug);
  await dialog.getByRole('button', { name: 'Suspend tenant' }).click();
  await expect(page.getByText(`${tenant.name} is suspended`)).toBeVisible();

  await expect
    .poll(async () => (await request('/api/portal/members', { host, cookie })).body, deadWithin)
    .toContain('tenant_suspended');
  const answer = await request('/api/portal/members', { host, cookie });
  expect(answer.status).toBe(403);
  const action = await callAction(portalAction('inviteAction'), {
    host,
    cookie,
    input: { emails: [`late@${tenant.slug}.example`], role: 'viewer' },
  });
  expect(action.result?.error?.code).toBe('tenant_suspended');

  await portal.goto(`${tenant.owner.origin}/members`);
  await expect(portal.getByRole('heading', { name: 'This portal is paused' })).toBeVisible();
  await expect(portal.getByRole('main')).toContainText(tenant.name);
  expect(await portal.locator('body').innerText()).not.toMatch(/portico/i);
  await portal.goto(siteOrigin(tenant.slug));
  await expect(portal.getByRole('heading', { name: 'This site is paused' })).toBeVisible();
  expect(await portal.locator('body').innerText()).not.toMatch(/portico|Invoice/i);
  await member.close();
});

test('a resumed tenant serves again, but a session that was ended stays ended', async ({ signedIn, browser }) => {
  const member = await browser.newContext();
  const portal = await member.newPage();

  const page = await signedIn(superAdmin);
  await page.goto(`${superAdmin.origin}/tenants/${tenant.slug}`);
  await page.getByRole('button', { name: 'Resume tenant' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Resume tenant' }).click();
  await expect(page.getByText(`${tenant.name} is active again`)).toBeVisible();

  await expect.poll(async () => (await request('/sign-in', { host })).status, deadWithin).toBe(200);
  await signIn(portal, tenant.owner);
  await expect(portal.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await portal.goto(siteOrigin(tenant.slug));
  await expect(portal.getByRole('heading', { name: 'This site is paused' })).toHaveCount(0);
  await member.close();
});

test('a session ended in the account is dead in the other browser within 5 s', async ({ browser }) => {
  const [here, there] = [await browser.newContext(), await browser.newContext()];
  const [page, other] = [await here.newPage(), await there.newPage()];
  await signIn(other, tenant.owner);
  await signIn(page, tenant.owner);
  const cookie = cookieHeader(await there.storageState());
  expect((await request('/api/portal/sessions', { host, cookie })).status).toBe(200);

  await page.goto(`${tenant.owner.origin}/account`);
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End all others' }).click();
  await expect(page.getByText('You are signed in nowhere else.')).toBeVisible();
  await expect.poll(async () => (await request('/api/portal/sessions', { host, cookie })).status, deadWithin).toBe(401);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible();
  await Promise.all([here.close(), there.close()]);
});

test('a revoked member is out within 5 s, and a restored one signs in anew', async ({ browser }) => {
  const [mine, theirs] = [await browser.newContext(), await browser.newContext()];
  const owner = await mine.newPage();
  await signIn(owner, tenant.owner);
  const cookie = cookieHeader(await mine.storageState());
  const colleague = { ...tenant.owner, email: `second@${tenant.slug}.example` };
  await tenant.addMember('second', 'user');
  const page = await theirs.newPage();
  await signIn(page, colleague);
  const their = cookieHeader(await theirs.storageState());

  const list = await request(`/api/portal/members?q=${encodeURIComponent(colleague.email)}`, { host, cookie });
  const { data } = JSON.parse(list.body) as { data: { id: string }[] };
  const revoke = await callAction(portalAction('revokeMembersAction'), { host, cookie, input: { ids: [data[0]?.id] } });
  expect(revoke.result?.ok).toBe(true);
  await expect
    .poll(async () => (await request('/api/portal/sessions', { host, cookie: their })).status, deadWithin)
    .toBe(401);
  const restore = await callAction(portalAction('restoreMembersAction'), {
    host,
    cookie,
    input: { ids: [data[0]?.id] },
  });
  expect(restore.result?.ok).toBe(true);
  expect((await request('/api/portal/sessions', { host, cookie: their })).status).toBe(401);
  await signIn(page, colleague);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await Promise.all([mine.close(), theirs.close()]);
});
