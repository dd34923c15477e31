/** A tenant's brand reaches everything a visitor, a phone, a printer or a program sees, from the first paint on; and nothing of a logo runs. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { portalOrigin, siteOrigin } from './support/first-run';
import { request } from './support/http';
import { freshTenant, suspendTenant, type FreshTenant } from './support/tenants';
import { expect, test } from './support/test';

const soon = { timeout: 10_000, intervals: [200] };
const brandColour = '#0b6e4f';

let tenant: FreshTenant;
let other: FreshTenant;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  [tenant, other] = await Promise.all([freshTenant('weit', 'professional'), freshTenant('fern', 'professional')]);
});

/** Counts whatever calls it. */
async function openCollector(): Promise<{ origin: string; calls: string[]; close: () => void }> {
  const calls: string[] = [];
  const server = http.createServer((call, answer) => {
    calls.push(call.url ?? '');
    answer.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, calls, close: () => server.close() };
}

const hostileLogo = (collector: string) => `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="240" height="60" onload="fetch('${collector}/onload')">
<style>@import url(${collector}/import.css); .mark { fill: ${brandColour} } text { background: url(${collector}/style) }</style>
<script>fetch('${collector}/script'); document.cookie</script>
<script href="${collector}/script.js"/>
<image href="${collector}/image.png" width="9" height="9"/>
<use xlink:href="${collector}/use.svg#a"/>
<foreignObject width="99" height="99"><body xmlns="http://www.w3.org/1999/xhtml"><img src="${collector}/foreign.png" onerror="fetch('${collector}/error')"/></body></foreignObject>
<a href="javascript:fetch('${collector}/link')"><rect class="mark" width="240" height="60" rx="8"/></a>
<animate onbegin="fetch('${collector}/begin')" attributeName="x" dur="1s"/>
</svg>`;

/** Sum of all layout shifts (CLS) until the page has come to rest. */
async function layoutShift(page: Page, address: string): Promise<number> {
  await page.addInitScript(() => {
    const seen = window as Window & { shift?: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shift = (seen.shift ?? 0) + entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(() => (window as Window & { shift?: number }).shift ?? -1);
}

test('a hostile drawing becomes a logo on every page, and nothing of it ever runs or calls home', async ({
  signedIn,
  page: visitor,
}) => {
  const collector = await openCollector();
  const page = await signedIn(tenant.owner);
  await page.goto(`${tenant.owner.origin}/branding`);
  await page.getByRole('textbox', { name: 'Brand colour', exact: true }).fill(brandColour);
  await page
    .locator('input#logoLightAssetId')
    .setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(hostileLogo(collector.origin)) });
  await expect(page.locator('img[src^="/api/assets/"][src$=".svg"]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Publish branding' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish branding' }).click();
  await expect(page.getByText('Branding published')).toBeVisible();

  await visitor.goto(`${tenant.owner.origin}/sign-in`);
  const logo = visitor.getByRole('img', { name: tenant.name });
  await expect(logo).toHaveAttribute('src', /^\/api\/assets\/[0-9a-f]{64}\.svg$/);
  expect(await logo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
  await visitor.goto(siteOrigin(tenant.slug));
  await expect(visitor.getByRole('img', { name: tenant.name }).first()).toHaveAttribute('src', /\.svg$/);

  const src = (await logoPath()) ?? '';
  const { status, headers, body } = await request(src, { host: `${tenant.slug}.localhost` });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    'content-disposition': 'attachment; filename="logo.svg"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(body).toContain('class="mark"');
  expect(body).not.toMatch(/script|127\.0\.0\.1|onload|foreignObject|@import/);

  // Opened by itself it is a file; framed or embedded it is nothing.
  const download = visitor.waitForEvent('download');
  await visitor.goto(`${tenant.owner.origin}${src}`).catch(() => undefined);
  await (await download).cancel();
  await visitor.goto(siteOrigin(tenant.slug));
  await visitor.evaluate((address) => {
    for (const name of ['iframe', 'embed', 'object']) {
      const element = document.createElement(name);
      element.setAttribute(name === 'object' ? 'data' : 'src', address);
      document.body.append(element);
    }
  }, src);
  await visitor.waitForLoadState('networkidle');
  expect(collector.calls).toEqual([]);
  collector.close();
});

test('even a drawing that nobody cleaned can do nothing under the headers of ours', async ({ page }) => {
  const collector = await openCollector();
  const raw = await openRaw(hostileLogo(collector.origin));
  await page.goto(`${raw.origin}/guarded`);
  await page.waitForLoadState('networkidle');
  expect(collector.calls).toEqual([]);
  // Without them it would: the collector is no dud.
  await page.goto(`${raw.origin}/bare`);
  await expect.poll(() => collector.calls, soon).toContain('/script');
  collector.close();
  raw.close();
});

/** The drawing as it came: at `/guarded` under the headers that Portico sends, at `/bare` under none. */
async function openRaw(drawing: string): Promise<{ origin: string; close: () => void }> {
  const { headers } = await request((await logoPath()) ?? '', { host: `${tenant.slug}.localhost` });
  const guard = {
    'content-security-policy': String(headers['content-security-policy']),
    'x-content-type-options': 'nosniff',
  };
  const server = http.createServer((call, answer) => {
    answer.writeHead(200, { 'content-type': 'image/svg+xml', ...(call.url === '/guarded' ? guard : {}) });
    answer.end(drawing);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function logoPath(): Promise<string | undefined> {
  const { body } = await request('/api/v1/branding', { host: `${tenant.slug}.localhost` });
  return /"logo":"[^"]*(\/api\/assets\/[0-9a-f]{64}\.svg)"/.exec(body)?.[1];
}

test('a picture of one tenant does not exist on the hosts of another', async () => {
  const src = (await logoPath()) ?? '';
  const ask = (host: string, path: string) => request(path, { host });
  expect((await ask(`${tenant.slug}.sites.localhost`, src)).status).toBe(200);
  const foreign = await ask(`${other.slug}.localhost`, src);
  const absent = await ask(`${other.slug}.localhost`, `/api/assets/${'0'.repeat(64)}.svg`);
  expect([foreign.status, foreign.body]).toEqual([404, absent.body]);
  expect((await ask('console.localhost', src)).status).toBe(404);
});

test('tabs, home screens and shared links show the brand: every picture that a head names is there', async () => {
  for (const [host, path] of [
    [`${tenant.slug}.localhost`, '/sign-in'],
    [`${tenant.slug}.sites.localhost`, '/'],
  ] as const) {
    const { body } = await request(path, { host });
    const grounds = [...body.matchAll(/<meta name="theme-color" content="#[0-9a-f]{6}" media="([^"]+)"/g)];
    expect(grounds.map(([, media]) => media)).toEqual([
      '(prefers-color-scheme: light)',
      '(prefers-color-scheme: dark)',
    ]);
    expect(/<meta name="twitter:card" content="([^"]+)"/.exec(body)?.[1]).toBe('summary_large_image');
    const image = /<meta property="og:image" content="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(new URL(image).hostname).toBe(host);
    const icons = [...body.matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"/g)].map(([, href]) => href);
    expect(icons.length).toBeGreaterThanOrEqual(3);
    const manifest = JSON.parse((await request('/manifest.webmanifest', { host })).body) as {
      icons: { src: string }[];
    };
    const pictures = [new URL(image), ...icons, ...manifest.icons.map(({ src }) => src)].map((href) => {
      const { pathname, search } = new URL(String(href), image);
      return pathname + search;
    });
    for (const picture of pictures) {
      const answer = await request(picture, { host });
      expect([picture, answer.status, answer.headers['content-type']]).toEqual([picture, 200, 'image/png']);
    }
    expect((await request('/favicon.ico', { host })).headers['content-type']).toBe('image/x-icon');
  }
});

test('programs read the brand from any origin, once', async () => {
  const host = `${tenant.slug}.localhost`;
  const ask = (method: string, headers: Record<string, string> = {}) =>
    request('/api/v1/branding', { host, method, headers: { origin: 'https://app.example', ...headers } });
  const first = await ask('GET');
  expect(first.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag',
    'cache-control': 'public, no-cache',
  });
  expect(first.headers).not.toHaveProperty('access-control-allow-credentials');
  expect(first.headers).not.toHaveProperty('set-cookie');
  const etag = String(first.headers.etag);
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*'])
    expect((await ask('GET', { 'if-none-match': known })).status).toBe(304);
  expect((await ask('GET', { 'if-none-match': '"x"' })).status).toBe(200);
  const head = await ask('HEAD');
  expect([head.status, head.headers.etag, head.body]).toEqual([200, etag, '']);
  const allowed = await ask('OPTIONS', { 'access-control-request-method': 'GET' });
  expect(allowed.headers['access-control-allow-methods']).toContain('GET');
});

test('nothing moves while a page loads, and its first ground is the brand’s', async ({ signedIn, page: visitor }) => {
  const member = await signedIn(tenant.owner);
  const pages = [
    [visitor, `${tenant.owner.origin}/sign-in`],
    [member, `${tenant.owner.origin}/`],
    [visitor, `${siteOrigin(tenant.slug)}/`],
  ] as const;
  for (const [page, address] of pages)
    expect([address, await layoutShift(page, address)]).toEqual([address, expect.closeTo(0, 2)]);
});

test('a page is painted in the brand before any script runs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const address of [`${tenant.owner.origin}/sign-in`, `${siteOrigin(tenant.slug)}/`]) {
    await page.goto(address);
    // The colour stands in the document itself: no stylesheet has to arrive for it.
    const { hostname, pathname } = new URL(address);
    const { body } = await request(pathname, { host: hostname });
    const surface = /<style[^>]*>:root:root\{[^}]*--surface:(#[0-9a-f]{6})/.exec(body)?.[1];
    const painted = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--surface'));
    expect(painted.trim()).toBe(surface);
  }
  await context.close();
});

test('printed, a report is the content with a head that says whose it is', async ({ signedIn }) => {
  const page = await signedIn(tenant.owner, { colorScheme: 'dark' });
  for (const path of ['/usage', '/audit', '/security']) {
    await page.goto(`${tenant.owner.origin}${path}`);
    const head = page.locator('[data-print-head]');
    await expect(head).toBeHidden();
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await expect(head).toBeVisible();
    await expect(head.getByRole('img', { name: tenant.name }).first()).toBeVisible();
    await expect(head).toContainText(`Organisation${tenant.name}`);
    await expect(head).toContainText(/Printed.*\d{4}/);
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.locator('main button:visible')).toHaveCount(0);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('what is not there and what is paused still wears the brand', async ({ page }) => {
  await page.goto(`${tenant.owner.origin}/nothing-here`);
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expect(page.getByRole('img', { name: tenant.name })).toBeVisible();
  expect(await page.content()).not.toMatch(/portico\b(?!_)/i);
  await page.goto(`${siteOrigin(tenant.slug)}/nothing-here`);
  await expect(page.getByRole('img', { name: tenant.name }).first()).toBeVisible();

  await suspendTenant(tenant.slug);
  await expect
    .poll(async () => (await request('/suspended', { host: `${tenant.slug}.localhost` })).status, soon)
    .toBe(200);
  await page.goto(`${portalOrigin(tenant.slug)}/suspended`);
  await expect(page.getByRole('img', { name: tenant.name })).toBeVisible();
  await page.goto(siteOrigin(tenant.slug));
  await expect(page.getByRole('heading', { name: 'This site is paused' })).toBeVisible();
});
