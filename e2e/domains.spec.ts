/**
 * A tenant brings two domains from nothing to primary: a real DNS server says what a person entered at a provider, and a real Caddy gets
 * the certificates. A second tenant tries to take one, and nobody gets a certificate before its time.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startDnsServer, type TestDnsServer } from '@/lib/testing/dns-server';
import { freePort } from './support/free-port';
import { request } from './support/http';
import { expect, signIn, test } from './support/test';
import { certificateFor, startTlsTerminator, type TlsTerminator } from './support/tls-terminator';

const root = 'portico.test';
const [portal, www, shop] = ['portal.brandhouse.example', 'www.brandhouse.example', 'shop.brandhouse.example'];
const password = 'plum orbit saddle ferry';
let folder: string;
let ownPort: string;
let tlsPort: string;
let portico: ChildProcess;
let caddy: TlsTerminator | null;
let dns: TestDnsServer;
let browser: Browser;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-domains-'));
  // The database's own user has to pass through.
  fs.chmodSync(folder, 0o755);
  [ownPort, tlsPort] = [await freePort(), await freePort()];
  dns = await startDnsServer();
  dns.set(`edge.${root}`, { type: 'A', data: '127.0.0.1' });
  const log = fs.openSync(path.join(folder, 'log'), 'a');
  portico = spawn(process.execPath, ['scripts/start.mjs'], { env: environment(), stdio: ['ignore', log, log] });
  const ready = async (): Promise<number> => {
    if (portico.exitCode !== null) throw new Error(fs.readFileSync(path.join(folder, 'log'), 'utf8'));
    return (await request('/readyz', { host: 'localhost', port: ownPort }).catch(() => undefined))?.status ?? 0;
  };
  await expect.poll(ready, { timeout: 240_000 }).toBe(200);
  for (const slug of ['brandhouse', 'rival']) createTenant(slug);
  caddy = await startTlsTerminator(ownPort, tlsPort);
  if (caddy) browser = await launch(caddy.port);
});

test.afterAll(async () => {
  await browser?.close();
  await caddy?.stop();
  const gone = new Promise((resolve) => portico.once('exit', resolve));
  portico.kill('SIGTERM');
  await gone;
  await dns.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

function terminator(): TlsTerminator {
  test.skip(!caddy, 'Caddy is not installed here, and may not be.');
  return caddy as TlsTerminator;
}

test('a portal’s domain goes from nothing to primary', async () => {
  terminator();
  const page = await signedIn('brandhouse');
  const token = await addDomain(page, portal, 'Portal');
  expect(await certificateFor(portal, terminator())).toBeNull();
  publish(portal, [token]);
  await inService(page);
  await expect.poll(() => certificateFor(portal, terminator()), { timeout: 20_000 }).toBe(`DNS:${portal}`);
  await makePrimary(page);
  const old = await visit(`brandhouse.${root}`, '/sign-in?from=mail');
  expect(old).toMatchObject({ status: 308, location: `https://${portal}/sign-in?from=mail` });
  expect((await visit(portal, '/sign-in')).body).toContain('Brandhouse Ltd');
});

test('a site’s domain too, and visitors of the old address keep their page and what they asked', async () => {
  terminator();
  const page = await signedIn('brandhouse', portal);
  const token = await addDomain(page, www, 'Site');
  publish(www, [token]);
  await inService(page);
  await makePrimary(page);
  await expect
    .poll(async () => (await visit(`brandhouse.sites.${root}`, '/about?lang=en')).location, { timeout: 20_000 })
    .toBe(`https://${www}/about?lang=en`);
  expect((await visit(www, '/')).status).toBe(200);
});

test('a domain that serves the portal serves the site from one moment to the next, under the same certificate', async () => {
  terminator();
  const page = await signedIn('brandhouse', portal);
  const token = await addDomain(page, shop, 'Portal');
  publish(shop, [token]);
  await inService(page);
  await expect.poll(() => certificateFor(shop, terminator()), { timeout: 20_000 }).toBe(`DNS:${shop}`);
  expect((await visit(shop, '/about?lang=en')).location).toBe(`https://${portal}/about?lang=en`);
  await page.getByRole('button', { name: `Actions for ${shop}` }).click();
  await page.getByRole('menuitem', { name: 'Serve the site here' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText(`As long as ${www} is primary, ${shop} leads there`);
  await dialog.getByRole('button', { name: 'Serve the site here' }).click();
  await expect(dialog).toBeHidden();
  await expect
    .poll(async () => (await visit(shop, '/about?lang=en')).location, { timeout: 2_000, intervals: [50] })
    .toBe(`https://${www}/about?lang=en`);
  // The primary address of a surface stays where it is.
  await page.goto(new URL('/domains', page.url()).href);
  await page.getByRole('row').filter({ hasText: www }).click();
  await expect(page.getByRole('heading', { name: www })).toBeVisible();
  await page.getByRole('button', { name: `Actions for ${www}` }).click();
  await expect(page.getByRole('menuitem', { name: 'Release domain' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Serve the portal here' })).toHaveCount(0);
});

test('a second tenant can’t take it, whatever it says in the DNS', async () => {
  terminator();
  const page = await signedIn('rival');
  await page.goto(`https://rival.${root}/domains`);
  await page.getByRole('button', { name: 'Add domain' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Domain').fill(portal.toUpperCase());
  await dialog.getByRole('button', { name: 'Add domain' }).click();
  await expect(dialog.getByText('can’t be added here')).toBeVisible();
  expect((await visit(portal, '/sign-in')).body).toContain('Brandhouse Ltd');
});

test('a suspended tenant’s domain and one that is not proven fail the handshake', async () => {
  command('tenant', 'suspend', 'brandhouse', '--reason', 'unpaid');
  await expect
    .poll(
      async () =>
        (await request(`/api/internal/tls/ask?domain=${portal}`, { host: '127.0.0.1', port: ownPort })).status,
      { timeout: 6_000 },
    )
    .toBe(404);
  command('tenant', 'resume', 'brandhouse');
  expect(await certificateFor('portal.nobody.example', terminator())).toBeNull();
});

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: ownPort,
    PORTICO_DATA_DIR: path.join(folder, 'data'),
    PORTICO_SEED: 'none',
    ROOT_DOMAIN: root,
    SITES_DOMAIN: `sites.${root}`,
    TRUSTED_PROXIES: '127.0.0.1',
    DNS_SERVERS: dns.address,
    DOMAIN_TLS_PORT: tlsPort,
    DOMAIN_HTTP_PORT: ownPort,
    DOMAIN_ALLOW_PRIVATE: 'true',
  };
}

function createTenant(slug: string): void {
  const name = `${slug.charAt(0).toUpperCase()}${slug.slice(1)} Ltd`;
  const words = ['--name', name, '--slug', slug, '--plan', 'professional', '--admin-email', emailOf(slug)];
  command('tenant', 'create', ...words);
  command(
    'member',
    'create',
    '--tenant',
    slug,
    '--email',
    `owner@${slug}.example`,
    '--role',
    'owner',
    '--password-stdin',
  );
}

function emailOf(slug: string): string {
  return `ada@${slug}.example`;
}

function command(...words: string[]): void {
  const stdio = ['pipe', 'pipe', 'inherit'] as const;
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/cli/main.ts', ...words], {
    env: environment(),
    input: `${password}\n`,
    stdio: [...stdio],
  });
}

async function signedIn(slug: string, host = `${slug}.${root}`): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await signIn(page, { email: `owner@${slug}.example`, password, origin: `https://${host}` });
  return page;
}

/** Adds it by hand and reads the value of the record that the page asks for. */
async function addDomain(page: Page, domain: string, surface: 'Portal' | 'Site'): Promise<string> {
  await page.goto(new URL('/domains', page.url()).href);
  await page.getByRole('button', { name: 'Add domain' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Domain').fill(domain);
  await dialog.getByRole('radio', { name: surface }).check();
  await dialog.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByRole('heading', { name: domain })).toBeVisible();
  await expect(page.getByText(`_portico-challenge.${domain}`).first()).toBeVisible();
  const value = await page
    .getByText(/^portico-challenge=[0-9a-f]{32}$/)
    .first()
    .textContent();
  return value ?? '';
}

function publish(domain: string, values: readonly string[]): void {
  dns.set(`_portico-challenge.${domain}`, ...values.map((data) => ({ type: 'TXT' as const, data })));
  dns.set(domain, { type: 'CNAME', data: `edge.${root}` });
}

/** The page says it by itself, once the job has seen the records. */
async function inService(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check now' }).click();
  await expect(page.getByText('In service').first()).toBeVisible({ timeout: 60_000 });
}

async function makePrimary(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Make primary' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make primary' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
}

/** A request through the terminator, as a visitor's program would make it. */
function visit(host: string, pathname: string): Promise<{ status: number; location: string; body: string }> {
  const options = { host: '127.0.0.1', port: terminator().port, path: pathname, servername: host, headers: { host } };
  return new Promise((resolve, reject) => {
    https
      .get({ ...options, rejectUnauthorized: false, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        const { statusCode: status = 0, headers } = response;
        response.once('end', () => resolve({ status, location: headers.location ?? '', body }));
      })
      .once('error', reject);
  });
}

/** Every name leads to the terminator, whatever its port. */
function launch(port: number): Promise<Browser> {
  return chromium.launch({
    ...(process.env.PORTICO_CHROMIUM && { executablePath: process.env.PORTICO_CHROMIUM }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      `--host-resolver-rules=MAP *.${root} 127.0.0.1:${port}, MAP *.brandhouse.example 127.0.0.1:${port}`,
    ],
  });
}
