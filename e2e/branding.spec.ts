/** What a tenant publishes is what everybody sees, at once and from the first paint; a draft is seen by nobody. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { callAction } from './support/actions';
import { backgroundHue, isShadeOf } from './support/colour';
import { consoleOrigin, portalOrigin, rootOrigin, siteOrigin, superAdmin } from './support/first-run';
import { request } from './support/http';
import { consoleAction } from './support/sessions';
import { freshTenant, type FreshTenant } from './support/tenants';
import { expect, test } from './support/test';

const soon = { timeout: 10_000, intervals: [200] };
const magenta = '#b0126b';
const green = '#14663a';

let tenant: FreshTenant;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  tenant = await freshTenant('farbe', 'professional');
});

/** The sign-in button's hue in a browser that runs no script: what the server sent is all there is. */
async function firstPaintHue(browser: Browser, origin = tenant.owner.origin): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  const hue = await backgroundHue(page.getByRole('button', { name: 'Sign in', exact: true }));
  await context.close();
  return hue;
}

/** The rules of the tenant's own stylesheet, as they stand in the document itself. */
async function inlineStyle(address: string): Promise<string> {
  const { hostname, pathname } = new URL(address);
  const { body } = await request(pathname, { host: hostname });
  return [...body.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, css]) => css).join('\n');
}

async function choose(page: Page, colour: string, name: string, origin = tenant.owner.origin): Promise<void> {
  await page.goto(`${origin}/branding`);
  await page.getByRole('textbox', { name: 'Brand colour', exact: true }).fill(colour);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish branding' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish branding' }).click();
  await expect(page.getByText('Branding published')).toBeVisible();
}

test('the studio shows portal, sign-in, mail and site side by side while one types, and any of them large', async ({
  signedIn,
}) => {
  const page = await signedIn(tenant.owner);
  await choose(page, magenta, 'Side by side');
  const board = page.getByRole('region', { name: 'Preview' });
  const pictures = board.getByRole('img', { name: /^Preview: / });
  for (const surface of ['Portal', 'Sign-in', 'Mail', 'Site']) {
    const picture = board.getByRole('img', { name: `Preview: ${surface}, Light` });
    await expect(picture).toBeVisible();
    await expect(picture).toContainText('Side by side');
  }
  await board.getByRole('radio', { name: 'Dark' }).check();
  await expect(board.getByRole('img', { name: /, Dark$/ })).toHaveCount(4);
  await board.getByRole('button', { name: 'Enlarge: Mail' }).click();
  await expect(pictures).toHaveCount(1);
  await expect(board.getByRole('button', { name: 'Show all four' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pictures).toHaveCount(4);
});

test('a saved draft is seen by nobody', async ({ signedIn, browser }) => {
  const page = await signedIn(tenant.owner);
  const before = await inlineStyle(`${tenant.owner.origin}/sign-in`);
  await choose(page, magenta, 'Not yet');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByText(/^Draft, saved by/)).toBeVisible();
  expect(await inlineStyle(`${tenant.owner.origin}/sign-in`)).toBe(before);
  expect(isShadeOf(await firstPaintHue(browser), magenta)).toBe(false);
});

test('its author sees the draft on the real portal, nobody else does, and can leave it', async ({
  signedIn,
  browser,
}) => {
  const page = await signedIn(tenant.owner);
  await choose(page, magenta, 'Not yet shown');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Preview on my portal' }).click();
  const bar = page.getByRole('complementary', { name: 'Preview' });
  await expect(bar).toBeVisible();
  await page.goto(tenant.owner.origin);
  await expect(page).toHaveTitle(/Not yet/);
  expect(isShadeOf(await firstPaintHue(browser), magenta)).toBe(false);

  const [cookie] = (await page.context().cookies()).filter(({ name }) => name.endsWith('portico.preview'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  const elsewhere = await freshTenant('fremd', 'professional');
  const { body } = await request('/sign-in', {
    host: new URL(elsewhere.owner.origin).hostname,
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
  });
  expect(body).not.toContain('Not yet');

  await bar.getByRole('button', { name: 'Leave preview' }).click();
  await expect(bar).toBeHidden();
  await expect(page).not.toHaveTitle(/Not yet/);
});

test('its author sees the draft on the real site, nobody else does, and can leave it', async ({
  signedIn,
  browser,
}) => {
  const page = await signedIn(tenant.owner);
  const site = new URL(siteOrigin(tenant.slug));
  const visit = (headers: Record<string, string> = {}, pathname = '/', host = site.hostname) =>
    request(pathname, { host, headers });
  await choose(page, magenta, 'Not on the site yet');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Saved$/ })).toBeVisible();
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Preview on my site' }).click();
  const shown = await opened;
  const bar = shown.getByRole('status').filter({ hasText: 'You see the draft of the branding' });
  await expect(bar).toBeVisible();
  await expect(shown).toHaveURL(`${site.origin}/`);
  await expect(shown).toHaveTitle(/Not on the site yet/);
  expect(await shown.evaluate(() => document.cookie)).not.toContain('preview');
  await shown.goto(`${site.origin}/no-such-page`);
  await expect(bar).toBeVisible();

  const [cookie] = (await page.context().cookies(site.origin)).filter(({ name }) => name.endsWith('portico.preview'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', domain: site.hostname });
  const kept = `${cookie?.name}=${cookie?.value}`;
  const draft = await visit({ cookie: kept });
  expect(draft.body).toContain('Not on the site yet');
  expect(draft.headers['cache-control']).toMatch(/private.*no-store/);
  expect(draft.body).toMatch(/name="robots" content="noindex/);
  // Everybody else sees what is published, also right after it; so does a browser with somebody else's cookie, or half of one.
  expect((await visit()).body).not.toContain('Not on the site yet');
  const [member, expiry] = (cookie?.value ?? '').split('.');
  for (const forged of [
    'x',
    `${member}.${expiry}.${'A'.repeat(43)}`,
    `${member}.9999999999.${cookie?.value.split('.')[2]}`,
  ])
    expect((await visit({ cookie: `${cookie?.name}=${forged}` })).body).not.toContain('Not on the site yet');
  const elsewhere = await freshTenant('anders', 'professional');
  const foreign = new URL(siteOrigin(elsewhere.slug)).hostname;
  expect((await visit({ cookie: kept }, '/', foreign)).body).not.toContain('Not on the site yet');
  const portal = new URL(tenant.owner.origin).hostname;
  expect((await visit({ cookie: kept }, '/sign-in', portal)).body).not.toContain('Not on the site yet');

  await shown.getByRole('complementary', { name: 'Preview' }).getByRole('button', { name: 'Leave preview' }).click();
  await expect(bar).toBeHidden();
  await expect(shown).toHaveURL(`${site.origin}/no-such-page`);
  await expect(shown).not.toHaveTitle(/Not on the site yet/);
  expect(isShadeOf(await firstPaintHue(browser), magenta)).toBe(false);
});

test('the link to the site with a draft opens nothing later, elsewhere, or changed; leaving needs a page of the site', async () => {
  const site = new URL(siteOrigin(tenant.slug)).hostname;
  const member = randomUUID();
  const soonOver = Math.floor(Date.now() / 1000) + 30;
  for (const token of ['x', member, `${member}.${soonOver}.${'A'.repeat(43)}`, `${member}.1.${'A'.repeat(43)}`]) {
    const answer = await request(`/preview/brand/${token}`, { host: site });
    expect(answer.status, token).toBe(404);
    expect(answer.headers['set-cookie'], token).toBeUndefined();
  }
  const leave = await request('/preview/brand/leave', {
    host: site,
    method: 'POST',
    headers: { origin: 'http://elsewhere.localhost' },
  });
  expect(leave.status).toBe(404);
});

test('a published brand is on portal, sign-in and site at once, in the first bytes of the page', async ({
  signedIn,
  browser,
  page: visitor,
}) => {
  const page = await signedIn(tenant.owner);
  await choose(page, magenta, 'Farbe & Söhne');
  await publish(page);

  expect(isShadeOf(await firstPaintHue(browser), magenta)).toBe(true);
  expect(await inlineStyle(`${tenant.owner.origin}/sign-in`)).toContain('--accent:');
  await page.goto(tenant.owner.origin);
  await expect(page).toHaveTitle(/Farbe & Söhne/);
  const site = async (): Promise<string> =>
    (await request('/', { host: new URL(siteOrigin(tenant.slug)).hostname })).body;
  await expect.poll(site, soon).toContain('Farbe &amp; Söhne');
  await visitor.goto(`${tenant.owner.origin}/sign-in`);
  await expect(visitor.getByRole('heading', { name: 'Sign in to Farbe & Söhne' })).toBeVisible();
  const api = await request('/api/v1/branding', { host: `${tenant.slug}.localhost` });
  expect(api.body).toContain(magenta);
  const again = await request('/api/v1/branding', {
    host: `${tenant.slug}.localhost`,
    headers: { 'if-none-match': String(api.headers.etag) },
  });
  expect(again.status).toBe(304);
});

test('an earlier version comes back from the history, and only it is live', async ({ signedIn, browser }) => {
  const page = await signedIn(tenant.owner);
  await choose(page, green, 'Grün');
  await publish(page);
  expect(isShadeOf(await firstPaintHue(browser), green)).toBe(true);

  await page.goto(`${tenant.owner.origin}/branding/history`);
  const versions = page.getByRole('table', { name: 'Published versions' });
  const former = versions.getByRole('row', { name: /Farbe & Söhne/ });
  await former.getByRole('button', { name: /^Roll back to version/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Roll back' }).click();
  await expect(page.getByText(/Version \d+ brought back/)).toBeVisible();
  await expect(versions.getByText('Live', { exact: true })).toHaveCount(1);
  expect(isShadeOf(await firstPaintHue(browser), magenta)).toBe(true);
  await page.goto(tenant.owner.origin);
  await expect(page).toHaveTitle(/Farbe & Söhne/);
});

test('a page written in the portal is on the site once published, not before, and harmless whatever is in it', async ({
  signedIn,
  page: visitor,
}) => {
  const page = await signedIn(tenant.owner);
  await page.goto(`${tenant.owner.origin}/site/new`);
  await page.getByRole('textbox', { name: 'Title' }).fill('Unsere Farben');
  await page.getByRole('textbox', { name: 'Address' }).fill('farben');
  await page
    .getByRole('textbox', { name: 'Text' })
    .fill(
      'We grind **pigments**.\n\n<script>document.title = "owned"</script>\n\n<img src=x onerror="document.title=1">\n\n[go](javascript:alert(1))',
    );
  await expect(page.getByRole('article', { name: 'Preview' }).locator('strong')).toHaveText('pigments');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/site\/[0-9a-f-]{36}$/);
  const address = `${siteOrigin(tenant.slug)}/farben`;
  expect((await visitor.goto(address))?.status()).toBe(404);

  await page.getByRole('button', { name: 'Publish page' }).click();
  await expect(page.getByText('“Unsere Farben” is on the site.')).toBeVisible();
  await expect.poll(async () => (await visitor.goto(address))?.status(), soon).toBe(200);
  await expect(visitor.getByRole('heading', { level: 1, name: 'Unsere Farben' })).toBeVisible();
  await expect(visitor.locator('strong', { hasText: 'pigments' })).toBeVisible();
  await expect(visitor).toHaveTitle(/Unsere Farben/);
  expect(await visitor.locator('img[onerror], a[href^="javascript"]').count()).toBe(0);
  await visitor.goto(siteOrigin(tenant.slug));
  await expect(visitor.getByRole('link', { name: 'Unsere Farben' }).first()).toBeVisible();
});

test('a child shows its parent’s brand under its own name, parts with it by publishing, and can go back', async ({
  signedIn,
  cookieOf,
  browser,
}) => {
  const child = await freshTenant('kind', 'professional');
  const { origin } = child.owner;
  const shows = async (colour: string): Promise<void> =>
    expect.poll(async () => isShadeOf(await firstPaintHue(browser, origin), colour), soon).toBe(true);
  expect(isShadeOf(await firstPaintHue(browser, origin), magenta)).toBe(false);
  const set = await callAction(consoleAction('setParentAction'), {
    host: 'console.localhost',
    cookie: await cookieOf(superAdmin),
    input: { id: child.id, parentSlug: tenant.slug },
  });
  expect(set.result?.ok, set.body).toBe(true);
  await shows(magenta);

  const page = await signedIn(child.owner);
  await page.goto(`${origin}/branding`);
  await expect(page).toHaveTitle(new RegExp(child.name));
  await expect(page.getByText(`Your pages look like those of ${tenant.name}, and follow`)).toBeVisible();
  await choose(page, green, 'Eigen', origin);
  await publish(page);
  await shows(green);

  await page.getByRole('button', { name: `Use the branding of ${tenant.name} again` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByText(`Your pages look like those of ${tenant.name}`, { exact: true })).toBeVisible();
  await shows(magenta);
  await page.goto(origin);
  await expect(page).toHaveTitle(new RegExp(child.name));
});

test('the platform has a brand of its own and gives tenants without one their start', async ({ signedIn, browser }) => {
  const page = await signedIn(superAdmin);
  const form = (name: string) => page.getByRole('region', { name, exact: true });
  const colour = (name: string) => form(name).getByRole('textbox', { name: 'Brand colour', exact: true });
  const save = async (name: string, wanted: string): Promise<string> => {
    await page.goto(`${consoleOrigin}/settings/branding`);
    const before = await colour(name).inputValue();
    await colour(name).fill(wanted);
    await form(name).getByRole('button', { name: 'Save branding' }).click();
    await expect(page.getByText('Branding saved')).toBeVisible();
    return before;
  };
  const consoleHue = () => firstPaintHue(browser, consoleOrigin);
  const platform = await save('The platform', magenta);
  const start = await save('New tenants', green);
  try {
    await expect.poll(async () => isShadeOf(await consoleHue(), magenta), soon).toBe(true);
    expect(await inlineStyle(rootOrigin)).toBe(await inlineStyle(`${consoleOrigin}/sign-in`));
    const plain = await freshTenant('schlicht', 'professional');
    expect(isShadeOf(await firstPaintHue(browser, portalOrigin(plain.slug)), green)).toBe(true);
    // Who has a brand keeps it.
    expect(isShadeOf(await firstPaintHue(browser), magenta)).toBe(true);
  } finally {
    await save('The platform', platform);
    await save('New tenants', start);
  }
  await expect.poll(async () => isShadeOf(await consoleHue(), magenta), soon).toBe(false);
});
