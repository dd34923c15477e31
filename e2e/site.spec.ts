import { portalAction, callAction } from './support/actions';
import { request } from './support/http';
import { makeSide, type Side } from './support/side';
import { expect, test } from './support/test';

/** Sites as their visitors meet them: one tenant's own, changed through the portal's actions. */
test.describe.configure({ mode: 'serial' });

let side: Side;

interface PageRow {
  id: string;
  title: string;
  path: string;
  updatedAt: string;
  status: string;
}

test.beforeAll(async () => {
  side = await makeSide('sited');
});

async function act<T = { id: string; url: string }>(name: string, input: unknown): Promise<T> {
  const answer = await callAction(portalAction(name), { host: side.host, cookie: side.cookie, input });
  expect(answer.result?.ok, `${name}: ${answer.body}`).toBe(true);
  return (answer.result as { data: T }).data;
}

async function pages(): Promise<PageRow[]> {
  const { body } = await request('/api/portal/pages', { host: side.host, cookie: side.cookie });
  return (JSON.parse(body) as { data: PageRow[] }).data;
}

async function page(id: string): Promise<PageRow> {
  const row = (await pages()).find((each) => each.id === id);
  if (!row) throw new Error(`no page ${id}`);
  return row;
}

const words = (slug: string, body: string) => ({ slug, title: `Title of ${slug}`, description: '', body });
const meta = (html: string, name: string): string =>
  (new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
const visit = (path: string, cookie?: string) => request(path, { host: side.site, cookie });

async function publish(slug: string, body: string, parentId: string | null = null): Promise<string> {
  const { id } = await act('createPageAction', { ...words(slug, body), parentId });
  await act('publishPageAction', { id });
  return id;
}

async function setRules(id: string, rules: Record<string, unknown>): Promise<void> {
  const { updatedAt } = await page(id);
  const none = { parentId: null, featureKey: null, publishAt: null, unpublishAt: null };
  await act('changePageRulesAction', { id, updatedAt, ...none, ...rules });
}

test('a draft is nowhere on the site but behind its link, and the next request sees what was published', async () => {
  const { id } = await act('createPageAction', words('launch', 'First words.'));
  expect((await visit('/launch')).status).toBe(404);
  const { url } = await act('previewLinkAction', { id });
  const preview = await visit(new URL(url).pathname);
  expect(preview.body).toContain('First words.');
  expect(preview.body).toMatch(/name="robots" content="noindex/);
  expect(preview.headers['cache-control']).toMatch(/no-store/);
  const altered = new URL(url).pathname.slice(0, -1) + (url.endsWith('A') ? 'B' : 'A');
  expect((await visit(altered)).status).toBe(404);
  await act('publishPageAction', { id });
  await expect.poll(async () => (await visit('/launch')).body).toContain('First words.');

  const { updatedAt } = await page(id);
  await act('changePageAction', { id, updatedAt, ...words('launch', 'Second words.') });
  expect((await visit('/launch')).body).not.toContain('Second words.');
  await act('publishPageAction', { id });
  await expect.poll(async () => (await visit('/launch')).body).toContain('Second words.');
});

test('a preview link of one tenant opens nothing at another', async () => {
  const other = await makeSide('sited-other');
  const { url } = await act('previewLinkAction', { id: side.ids.page });
  expect((await request(new URL(url).pathname, { host: other.site })).status).toBe(404);
});

test('a page below another has an address below it, a way back, and a place in the sitemap', async () => {
  const shop = await publish('shop', 'All we sell.');
  await publish('tools', 'All our tools.', shop);
  await expect.poll(async () => (await visit('/shop/tools')).status).toBe(200);
  expect((await visit('/tools')).status).toBe(404);
  expect((await visit('/shop/tools')).body).toMatch(/<a href="\/shop">Title of shop<\/a>/);
  expect((await visit('/sitemap.xml')).body).toContain('/shop/tools</loc>');
});

test('a page comes at its time, seen at once', async () => {
  const { id } = await act('createPageAction', words('timed', 'In time.'));
  const at = new Date(Date.now() + 4_000);
  await setRules(id, { publishAt: at.toISOString() });
  expect((await visit('/timed')).status).toBe(404);
  await expect.poll(async () => (await visit('/timed')).status, { timeout: 20_000 }).toBe(200);
  expect(Date.now()).toBeGreaterThanOrEqual(at.getTime());
  await expect.poll(async () => (await page(id)).status).toBe('published');
});

test('an announcement stands on every page until it is deleted, and the time of one that waits has to come', async () => {
  const none = { tone: 'info', place: 'site', linkUrl: '', linkLabel: '', endsAt: null };
  const { id } = await act('createAnnouncementAction', { ...none, text: 'We are moving', startsAt: null });
  await act('createAnnouncementAction', { ...none, text: 'Much later', startsAt: '2099-01-01T00:00:00.000Z' });
  await expect.poll(async () => (await visit('/launch')).body).toContain('We are moving');
  expect((await visit('/launch')).body).not.toContain('Much later');
  await act('deleteAnnouncementAction', { id });
  await expect.poll(async () => (await visit('/launch')).body).not.toContain('We are moving');
});

test('a page tied to a feature goes with it', async () => {
  const id = await publish('listed', 'Only while listed.');
  await setRules(id, { featureKey: 'site.search_indexing' });
  await expect.poll(async () => (await visit('/listed')).status).toBe(200);
  await act('switchFeatureAction', { key: 'site.search_indexing', on: false });
  await expect.poll(async () => (await visit('/listed')).status).toBe(404);
  expect((await visit('/')).body).not.toContain('/listed');
  await act('switchFeatureAction', { key: 'site.search_indexing', on: true });
  await expect.poll(async () => (await visit('/listed')).status).toBe(200);
});

test('a page’s picture for shared links is chosen in the editor and named by the head once it is published', async ({
  signedIn,
}) => {
  const id = await publish('shared', 'Pass it on.');
  await expect.poll(async () => (await visit('/shared')).status).toBe(200);
  expect(meta((await visit('/shared')).body, 'og:image')).toContain('/brand/share.png');
  const editor = await signedIn(side.tenant.owner);
  await editor.goto(`${side.tenant.owner.origin}/site/${id}`);
  await editor.getByRole('button', { name: 'More for this page' }).click();
  await editor.getByRole('menuitem', { name: 'Search and sharing' }).click();
  const panel = editor.getByRole('dialog', { name: 'Search and sharing' });
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="21"><rect width="40" height="21" fill="#0a5"/></svg>';
  await panel
    .getByLabel('Choose a picture')
    .setInputFiles({ name: 'sea.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(drawing) });
  const chosen = panel.getByRole('img', { name: 'The picture as shared links show it' });
  await expect(chosen).toHaveAttribute('src', /^\/api\/assets\/[0-9a-f]{64}\.jpeg$/);
  const path = String(await chosen.getAttribute('src'));
  await panel.getByRole('button', { name: 'Done' }).click();
  expect((await visit('/shared')).body).not.toContain(path);
  await editor.getByRole('button', { name: 'Publish changes' }).click();

  await expect.poll(async () => meta((await visit('/shared')).body, 'og:image')).toContain(path);
  const { body } = await visit('/shared');
  const said = ['og:image:width', 'og:image:height', 'og:image:alt', 'twitter:card'].map((name) => meta(body, name));
  expect(said).toEqual(['1200', '630', 'Title of shared', 'summary_large_image']);
  expect(meta(body, 'twitter:image')).toBe(meta(body, 'og:image'));
  expect(new URL(meta(body, 'og:image')).hostname).toBe(side.site);
  const picture = await visit(path);
  expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg']);
  expect((await request(path, { host: 'acme.sites.localhost' })).status).toBe(404);
});

test('an announcement for the portal stands on its dashboard until a member closes it, and not on the site', async ({
  signedIn,
}) => {
  const words = { tone: 'warning', linkUrl: '', linkLabel: '', startsAt: null, endsAt: null };
  await act('createAnnouncementAction', { ...words, text: 'Maintenance at noon', place: 'portal' });
  await act('createAnnouncementAction', { ...words, text: 'Doors open at nine', place: 'site' });
  await expect.poll(async () => (await visit('/launch')).body).toContain('Doors open at nine');
  expect((await visit('/launch')).body).not.toContain('Maintenance at noon');
  const member = await signedIn(side.tenant.owner);
  await member.goto(side.tenant.owner.origin);
  const notices = member.getByRole('region', { name: 'Announcements' });
  await expect(notices).toContainText('Maintenance at noon');
  await expect(notices).not.toContainText('Doors open at nine');
  await notices.getByRole('button', { name: 'Close: Maintenance at noon' }).click();
  await expect(notices).not.toContainText('Maintenance at noon');
  await member.reload();
  // The side's own stands there still; the log of what happened names both.
  await expect(notices).toContainText('Only');
  await expect(notices).not.toContainText('Maintenance at noon');
});

test('a link of the menu is dragged to its place, and below another one', async ({ signedIn }) => {
  const { tenant, host, site, cookie } = await makeSide('dragged');
  const link = (label: string) => ({ kind: 'link', url: 'https://example.com/', label, children: [] });
  const input = { header: [link('First'), link('Second'), link('Third')], footer: null, updatedAt: null };
  const { result } = await callAction(portalAction('changeNavigationAction'), { host, cookie, input });
  expect(result?.ok).toBe(true);
  const editor = await signedIn(tenant.owner);
  await editor.goto(`${tenant.owner.origin}/site/navigation`);
  const rows = editor.getByRole('listitem').filter({ has: editor.getByTitle('Drag to move') });
  await expect(rows).toHaveCount(3);
  const [first, third] = await Promise.all([0, 2].map((at) => rows.nth(at).getByTitle('Drag to move').boundingBox()));
  if (!first || !third) throw new Error('no handles');
  await editor.mouse.move(third.x + 8, third.y + 8);
  await editor.mouse.down();
  // Over the second one, and inwards.
  await editor.mouse.move(third.x + 68, first.y + first.height + 8, { steps: 12 });
  await editor.mouse.up();
  await expect(rows.nth(1).getByRole('textbox', { name: 'Label' })).toHaveValue('Third');
  await expect(rows.nth(1).getByRole('button', { name: 'Move Third to the top level' })).toBeVisible();
  await editor.getByRole('button', { name: 'Save navigation' }).click();
  await expect(editor.getByText('The navigation is on the site.')).toBeVisible();
  const body = async (): Promise<string> => (await request('/', { host: site })).body;
  await expect.poll(body).toMatch(/First[\s\S]*Third[\s\S]*Second/);
});

test('the menu is what somebody made of it, and the site speaks its own language and says its own 404', async () => {
  const header = [{ kind: 'link', url: 'https://example.com/elsewhere', label: 'Elsewhere', children: [] }];
  const { updatedAt } = await act<{ updatedAt: string }>('changeNavigationAction', {
    ...{ header, footer: null, updatedAt: null },
  });
  await act('changeSiteSettingsAction', {
    ...{ language: 'ar', siteName: '', tagline: '', footerText: '', indexed: true, frontPageId: null },
    ...{ notFoundTitle: 'Lost at sea', notFoundText: '', notFoundPageId: null, updatedAt },
  });
  await expect.poll(async () => (await visit('/')).body).toContain('https://example.com/elsewhere');
  expect((await visit('/')).body).toMatch(/<html lang="ar" dir="rtl"/);
  const missing = await visit('/not/there');
  expect(missing.status).toBe(404);
  expect(missing.body).toContain('Lost at sea');
});

test('a site with a password shows nothing without it, opens with it, and closes when it is changed', async () => {
  const unlock = (password: string) =>
    request('/unlock', {
      method: 'POST',
      host: side.site,
      headers: {
        origin: `http://${side.site}:${process.env.PORT ?? '3000'}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ password, returnTo: '/launch' }).toString(),
    });
  await act('changeSitePasswordAction', { password: 'quiet harbour' });
  await expect
    .poll(async () => (await visit('/launch')).body, { timeout: 15_000 })
    .toContain('This site has a password');
  const hidden = ['/', '/launch', '/shop/tools', '/nowhere', '/brand/a/b', '/site-code/a/b', '/site-code/preview/x'];
  for (const path of [...hidden, '/.well-known/x', '/preview/x', '/preview/brand/a/b', '/preview/brand/leave/x'])
    // The form hands back the path that was asked for, and nothing else of the site.
    expect((await visit(path)).body.replace(`value="${path}"`, ''), path).not.toMatch(/Second words|Title of|tools/);
  expect((await visit('/robots.txt')).body).toBe('User-agent: *\nDisallow: /\n');
  expect((await unlock('loud harbour')).body).toContain('That is not the password');

  const opened = await unlock('quiet harbour');
  expect([opened.status, opened.headers.location]).toEqual([303, '/launch']);
  expect(String(opened.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/);
  const cookie = String(opened.headers['set-cookie']).split(';')[0];
  const seen = await visit('/launch', cookie);
  expect(seen.body).toContain('Second words.');
  expect(seen.headers['cache-control']).toContain('no-store');

  await act('changeSitePasswordAction', { password: 'other harbour' });
  await expect
    .poll(async () => (await visit('/launch', cookie)).body, { timeout: 15_000 })
    .toContain('This site has a password');
  await act('changeSitePasswordAction', { password: null });
  await expect.poll(async () => (await visit('/launch')).body, { timeout: 15_000 }).toContain('Second words.');
});
