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
  for (const path of ['/', '/launch', '/shop/tools', '/nowhere'])
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
