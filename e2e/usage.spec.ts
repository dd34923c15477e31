import { demoAdmin, superAdmin } from './support/first-run';
import { request } from './support/http';
import { freshTenant } from './support/tenants';
import { cookieHeader, expect, test } from './support/test';

interface Overview {
  untouched: boolean;
  totals: Record<'requests' | 'pageViews' | 'activeMembers', { current: number }>;
  routes: { surface: string; route: string; requests: number }[];
}

test('what people do on a portal and a site is on its usage page a minute later, and on nobody else’s', async ({
  signedIn,
}) => {
  test.setTimeout(240_000);
  const [tenant, neighbour] = [
    await freshTenant('metered', 'professional'),
    await freshTenant('quiet', 'professional'),
  ];
  const page = await signedIn(tenant.owner);
  const host = new URL(tenant.owner.origin).hostname;
  await page.goto(`${tenant.owner.origin}/usage`);
  for (let visit = 0; visit < 3; visit++) await page.goto(`${tenant.owner.origin}/members`);
  await request('/made-up', { host });
  await request('/', { host: host.replace('.localhost', '.sites.localhost'), headers: { accept: 'text/html' } });

  const cookie = cookieHeader(await page.context().storageState());
  const read = async (): Promise<Overview> =>
    JSON.parse((await request('/api/portal/usage?period=today', { host, cookie })).body) as Overview;
  const membersOf = ({ routes }: Overview) =>
    routes.find(({ surface, route }) => surface === 'portal' && route === '/members')?.requests ?? 0;
  await expect
    .poll(async () => membersOf(await read()), { timeout: 150_000, intervals: [2_000] })
    .toBeGreaterThanOrEqual(3);
  const overview = await read();
  expect(overview.totals.activeMembers.current).toBe(1);
  expect(overview.totals.pageViews.current).toBeGreaterThanOrEqual(4);
  // Pages and routes that nobody named are gathered under one name; the whole list is in the file.
  const routes = (await request('/api/portal/usage/export?period=today&report=routes', { host, cookie })).body;
  expect(routes).toContain('\r\nsite,/,1,0,');
  expect(routes).toContain('\r\nportal,other,1,0,');

  await page.goto(`${tenant.owner.origin}/usage?period=today`);
  await expect(page.getByRole('table', { name: 'Busiest pages' })).toContainText('/members');

  const other = await signedIn(neighbour.owner);
  const theirs = await request('/api/portal/usage?period=today', {
    host: new URL(neighbour.owner.origin).hostname,
    cookie: cookieHeader(await other.context().storageState()),
  });
  expect(theirs.status).toBe(200);
  expect(membersOf(JSON.parse(theirs.body) as Overview)).toBe(0);
});

test('a period is chosen, kept in the address, shown as table and taken as a file', async ({ signedIn }) => {
  const admin = demoAdmin('acme');
  const page = await signedIn(admin);
  await page.goto(`${admin.origin}/usage`);
  await page.getByRole('combobox', { name: 'Period' }).selectOption('90d');
  await page.waitForURL(/period=90d/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('90d');

  const chart = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: 'Requests', exact: true }) });
  await chart.getByRole('radio', { name: 'Table' }).check();
  await expect(chart.getByRole('row')).toHaveCount(91);

  const download = page.waitForEvent('download');
  await chart.getByRole('link', { name: 'Download CSV' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^usage-traffic-acme-\d{4}-\d{2}-\d{2}-\d{4}-\d{2}-\d{2}\.csv$/);
  const stream = await file.createReadStream();
  let text = '';
  for await (const part of stream) text += String(part);
  expect(text.trim().split('\r\n')).toHaveLength(91);

  await page.goto(`${admin.origin}/audit`);
  await expect(page.getByRole('main')).toContainText(/usage/i);
});

test('the console shows all tenants together and what each one occupies', async ({ signedIn }) => {
  const page = await signedIn(superAdmin);
  await page.goto(`${superAdmin.origin}/analytics`);
  await expect(page.getByRole('heading', { level: 1, name: 'Analytics' })).toBeVisible();
  const table = page.getByRole('table', { name: 'Resource use by tenant' });
  await page.getByRole('textbox', { name: 'Find a tenant' }).fill('globex');
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table).toContainText('Globex');
  await page.waitForURL(/q=globex/);
});
