/**
 * What a tenant adds to its site is tried against its visitors and against the portal, in a real browser, with a server of an
 * attacker's that must never be asked for anything.
 */
import type { Page } from '@playwright/test';
import { markdownAttacks, aimedAt, cssAttacks, htmlAttacks, overlayAttacks } from '@/lib/testing/site-code-attacks';
import { callAction, portalAction } from './support/actions';
import { startCollector, type Collector } from './support/collector';
import { consoleOrigin, siteOrigin } from './support/first-run';
import { hostileScript } from './support/hostile-script';
import { comparable, request, type Answer } from './support/http';
import { cookieBySigningIn } from './support/sessions';
import { freshTenant, type FreshTenant } from './support/tenants';
import { expect, test } from './support/test';

// A hundred pages each; a busy machine takes its time for them.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const soon = { timeout: 10_000, intervals: [100] };
const noOrigins = { script: [], style: [], img: [], connect: [], font: [], frame: [], media: [] };
const empty = { css: '', js: '', headerHtml: '', footerHtml: '', origins: noOrigins };
type Code = Partial<Omit<typeof empty, 'origins'>> & { origins?: Record<string, string[]> };

let tenant: FreshTenant;
let cookie: string;
let collector: Collector;
let revision = 'live:0';
let site: string;

test.beforeAll(async () => {
  [tenant, collector] = await Promise.all([freshTenant('kode', 'professional'), startCollector()]);
  cookie = await cookieBySigningIn(tenant.owner);
  site = siteOrigin(tenant.slug);
});

test.afterAll(() => collector.stop());

async function act<T>(name: string, input: unknown): Promise<T> {
  const host = new URL(tenant.owner.origin).hostname;
  const { result, body } = await callAction(portalAction(name), { host, cookie, input });
  expect(result?.ok, `${name}: ${body.slice(0, 500)}`).toBe(true);
  return result?.data as T;
}

async function saveDraft(code: Code): Promise<void> {
  const saved = await act<{ revision: string }>('saveCodeDraftAction', { revision, code: { ...empty, ...code } });
  revision = saved.revision;
}

async function publish(code: Code): Promise<void> {
  const { number } = await act<{ number: number }>('publishCodeAction', { revision, code: { ...empty, ...code } });
  revision = `live:${number}`;
}

/** A browser whose policy is switched off: what holds then is the cleaning alone. */
async function unguarded(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext({ bypassCSP: true });
  if (!context) throw new Error('There is no browser.');
  return context.newPage();
}

/** An answer without the name that was asked for, which pages repeat. */
function told(answer: Answer, path: string): string {
  return comparable(answer).replaceAll(path.split('/').pop() ?? '', '(file)');
}

/** Moves over and focuses everything, as a visitor might, and says whether anything of the attacker's ran. */
async function touchEverything(page: Page): Promise<unknown> {
  return page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      for (const kind of [
        'mouseover',
        'mouseenter',
        'pointerdown',
        'focus',
        'toggle',
        'animationstart',
        'load',
        'error',
      ])
        element.dispatchEvent(new Event(kind, { bubbles: false }));
      element.focus();
    }
    return 'pwned' in window;
  });
}

async function expectQuiet(page: Page, address: string, attack: string): Promise<void> {
  await page.goto(address);
  expect(await touchEverything(page), attack).toBe(false);
  expect(new URL(page.url()).host, attack).toBe(new URL(site).host);
  expect(collector.hits, attack).toEqual([]);
}

test('the collector is asked, and the mark is set, where nothing is cleaned', async ({ page: visitor }) => {
  const page = await unguarded(visitor);
  await page.goto(site);
  await page.evaluate((origin) => {
    document.body.insertAdjacentHTML('beforeend', `<img src="${origin}/control" onerror="window.pwned = 1">`);
  }, collector.origin);
  await expect.poll(() => collector.hits).toEqual(['GET /control']);
  await expect.poll(() => page.evaluate(() => 'pwned' in window)).toBe(true);
  collector.hits.length = 0;
});

test('no CSS and no HTML of a tenant fetches from elsewhere, runs anything or leaves its place', async ({
  page: visitor,
}) => {
  const page = await unguarded(visitor);
  await saveDraft({ css: 'a{color:red}' });
  const { url } = await act<{ url: string }>('previewCodeAction', null);
  const sheets = [...cssAttacks, ...overlayAttacks];
  const rounds = Math.max(sheets.length, Math.ceil(htmlAttacks.length / 2));
  for (let round = 0; round < rounds; round++) {
    // One of each field: each alone is held against the cleaning in its own test.
    const [css = '', headerHtml = '', footerHtml = ''] = [
      sheets[round],
      htmlAttacks[2 * round],
      htmlAttacks[2 * round + 1],
    ].map((attack) => aimedAt(attack ?? '', collector.origin));
    await saveDraft({ css: `.s-x{color:red}\n${css}`, headerHtml, footerHtml });
    await expectQuiet(page, url, [css, headerHtml, footerHtml].join('\n'));
    const bar = page.getByText('Preview of a draft');
    await expect(bar, css).toBeVisible();
    const covered = await bar.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) !== element;
    });
    expect(covered, css).toBe(false);
  }
});

test('no page and no brand of a tenant runs anything on its site', async ({ page: visitor }) => {
  const page = await unguarded(visitor);
  for (const [at, attack] of markdownAttacks.entries()) {
    const words = {
      title: `Page ${at} <img src=x onerror=window.pwned=1>`,
      description: '"><script>window.pwned=1</script>',
    };
    const body = aimedAt(attack, collector.origin).replaceAll(`![x](${collector.origin}/md1)`, '![x](javascript:1)');
    const { id } = await act<{ id: string }>('createPageAction', { slug: `attack-${at}`, ...words, body });
    await act('publishPageAction', { id });
    await expect
      .poll(async () => (await request(`/attack-${at}`, { host: new URL(site).hostname })).status, soon)
      .toBe(200);
    await expectQuiet(page, `${site}/attack-${at}`, attack);
  }
  const displayName = `</style><img src=${collector.origin}/brand onerror=window.pwned=1>`.slice(0, 60);
  const tokens = {
    displayName,
    brandColour: '#123456',
    neutralTint: 'none',
    radius: 'none',
    font: 'inter',
    theme: 'light',
  };
  await act('publishAction', { revision: 'live:0', tokens });
  await expect
    .poll(async () => (await request('/', { host: new URL(site).hostname })).body, soon)
    .toContain('&lt;/style&gt;');
  await expectQuiet(page, site, displayName);
  await page.goto(`${tenant.owner.origin}/sign-in`);
  expect(await touchEverything(page)).toBe(false);
  expect(collector.hits).toEqual([]);
});

test('a site’s own script reaches neither the portal nor an origin that nobody named', async ({ signedIn }) => {
  const page = await signedIn(tenant.owner);
  await page.goto(tenant.owner.origin);
  const before = await page.context().cookies(tenant.owner.origin);
  expect(before.some(({ name }) => name.includes('portico.session'))).toBe(true);

  await publish({ js: hostileScript(collector.origin, tenant.owner.origin) });
  await expect
    .poll(async () => (await request('/', { host: new URL(site).hostname })).body, soon)
    .toContain('/site-code/');
  const visit = await page.context().newPage();
  await visit.goto(site);
  await visit.waitForFunction(() => 'finished' in window);
  const results = await visit.evaluate(() => (window as unknown as { results: Record<string, string> }).results);
  // What a browser does without a word: the collector says that nothing came of it.
  const silent = [
    'importOfCollector',
    'backgroundOfCollector',
    'frameOfCollector',
    'pingOfCollector',
    'formToCollector',
    'beaconToCollector',
  ];
  for (const name of silent) delete results[name];
  const { baseOfCollector, frameOfPortal, cookies, cookieOfParent, storageOfPortal, ...others } = results;
  expect({ baseOfCollector, frameOfPortal, cookies, cookieOfParent, storageOfPortal }).toEqual({
    baseOfCollector: 'ours',
    frameOfPortal: 'closed',
    cookies: 'none',
    cookieOfParent: 'refused',
    storageOfPortal: '0',
  });
  expect(Object.entries(others).filter(([, result]) => result !== 'refused')).toEqual([]);
  expect(Object.keys(others).length).toBeGreaterThan(20);
  expect(collector.hits).toEqual([]);

  // The person is still who they were, with the very cookie they had.
  expect(await page.context().cookies(tenant.owner.origin)).toEqual(before);
  expect((await page.goto(`${tenant.owner.origin}/account`))?.url()).toContain('/account');
});

test('an origin that the tenant named may be loaded from, and no other', async ({ page }) => {
  const answer = {
    contentType: 'text/javascript',
    body: 'document.documentElement.dataset.loaded = document.currentScript.src;',
  };
  await page.route('https://*.example/**', (route) => route.fulfill(answer));
  const load = ['https://other.example/b.js', 'https://cdn.example/a.js'].map(
    (src) => `document.head.append(Object.assign(document.createElement('script'), { src: '${src}' }));`,
  );
  await publish({ js: load.join('\n'), origins: { ...noOrigins, script: ['https://cdn.example'] } });
  const policy = async (): Promise<string> =>
    String((await request('/', { host: new URL(site).hostname })).headers['content-security-policy']);
  await expect.poll(policy, soon).toContain('https://cdn.example');
  await expect
    .poll(async () => (await request('/', { host: new URL(site).hostname })).body, soon)
    .not.toContain('hostile');
  const loaded = async (): Promise<string | undefined> => {
    await page.goto(site);
    return page.evaluate(() => document.documentElement.dataset.loaded);
  };
  await expect.poll(loaded, soon).toBe('https://cdn.example/a.js');
  const portal = await request('/sign-in', { host: new URL(tenant.owner.origin).hostname });
  expect(portal.headers['content-security-policy']).not.toContain('cdn.example');
});

test('the files of a site’s code are on its host only, as what they are, for ever', async () => {
  await publish({ css: 'a{color:red}', js: 'console.log(1)' });
  const host = new URL(site).hostname;
  const files = async (): Promise<string[]> =>
    [...(await request('/', { host })).body.matchAll(/(?:href|src)="(\/site-code\/\w+\.(?:css|js))"/g)].map(
      ([, path]) => path ?? '',
    );
  await expect.poll(async () => (await files()).length, soon).toBe(2);
  const others = [
    tenant.owner.origin,
    consoleOrigin,
    siteOrigin('acme'),
    siteOrigin('acme').replace('acme.sites', 'acme'),
  ];
  for (const path of await files()) {
    const own = await request(path, { host });
    expect(own.status).toBe(200);
    expect(own.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(own.headers['content-type']).toContain(path.endsWith('.css') ? 'text/css' : 'text/javascript');
    expect(own.headers['service-worker-allowed']).toBeUndefined();
    expect((await request(path, { host, headers: { 'service-worker': 'script' } })).status).toBe(404);
    const absent = path.replace(/\w{64}/, 'a'.repeat(64));
    for (const origin of others) {
      const elsewhere = new URL(origin).hostname;
      const given = await request(path, { host: elsewhere });
      const none = await request(absent, { host: elsewhere });
      expect(given.status).toBe(404);
      expect(told(given, path)).toBe(told(none, absent));
    }
  }
});

test('a draft is on the site for whoever has its link, and for nobody else', async ({ page }) => {
  await saveDraft({ headerHtml: '<p>Not yet for all</p>', css: '.a{color:red}' });
  const { url } = await act<{ url: string }>('previewCodeAction', null);
  const { pathname, hostname } = new URL(url);
  const preview = await request(pathname, { host: hostname });
  expect(preview.body).toContain('Not yet for all');
  expect(preview.body).toMatch(/<meta name="robots" content="noindex/);
  expect(String(preview.headers['cache-control'])).toMatch(/no-store|private/);
  expect((await request('/', { host: hostname })).body).not.toContain('Not yet for all');
  for (const forged of [`${pathname.slice(0, -2)}AA`, pathname.replace(/\d{10}/, '9999999999')])
    expect((await request(forged, { host: hostname })).status).toBe(404);
  expect((await request(pathname, { host: 'acme.sites.localhost' })).status).toBe(404);
  expect((await request(pathname, { host: new URL(tenant.owner.origin).hostname })).status).not.toBe(200);
  await page.goto(url);
  await expect(page.getByText('Preview of a draft')).toBeVisible();
});

test('an author is told what is taken out, publishes the rest, and goes back', async ({ signedIn }) => {
  const page = await signedIn(tenant.owner);
  await page.goto(`${tenant.owner.origin}/site/code`);
  await page.getByRole('textbox', { name: 'CSS' }).fill('.s-hero{color:red}\n.b{position:fixed}');
  await page.getByRole('tab', { name: 'Header HTML' }).click();
  await page.getByRole('textbox', { name: 'Header HTML' }).fill('<p>First notice</p>\n<script>x()</script>');
  await page.getByRole('button', { name: 'Publish code' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog.getByText('CSS, line 2:')).toBeVisible();
  await expect(dialog.getByText('Header HTML, line 2:')).toBeVisible();
  await expect(dialog.getByText('Scripts have a field of their own.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Publish code' }).click();
  await expect(page.getByText(/Version \d+ is live\./)).toBeVisible();
  const shown = async (): Promise<string> => (await request('/', { host: new URL(site).hostname })).body;
  await expect.poll(shown, soon).toContain('First notice');

  await page.goto(`${tenant.owner.origin}/site/code/history`);
  await page
    .getByRole('button', { name: /^Publish version/ })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish again' }).click();
  await expect(page.getByText(/is live again/)).toBeVisible();
  await expect.poll(shown, soon).not.toContain('First notice');
});
