/** TLS as we ship it: a real Caddy in front of Portico gets certificates for tenants' hosts on demand, and for nobody else's. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { freePort } from './support/free-port';
import { request } from './support/http';
import { expect, signIn, test } from './support/test';
import { certificateFor, startTlsTerminator, type TlsTerminator } from './support/tls-terminator';

const domain = 'portico.test';
let folder: string;
let ownPort: string;
let portico: ChildProcess;
let caddy: TlsTerminator | null;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-tls-'));
  // The database's own user has to pass through.
  fs.chmodSync(folder, 0o755);
  ownPort = await freePort();
  const log = fs.openSync(path.join(folder, 'log'), 'a');
  portico = spawn(process.execPath, ['scripts/start.mjs'], { env: environment(), stdio: ['ignore', log, log] });
  const ready = async (): Promise<number> => {
    if (portico.exitCode !== null) throw new Error(fs.readFileSync(path.join(folder, 'log'), 'utf8'));
    return (await request('/readyz', { host: 'localhost', port: ownPort }).catch(() => undefined))?.status ?? 0;
  };
  await expect.poll(ready, { timeout: 240_000 }).toBe(200);
  for (const slug of ['harbour', 'quayside']) createTenant(slug);
  command('tenant', 'suspend', 'quayside', '--reason', 'unpaid');
  caddy = await startTlsTerminator(ownPort, await freePort());
});

test.afterAll(async () => {
  await caddy?.stop();
  const gone = new Promise((resolve) => portico.once('exit', resolve));
  portico.kill('SIGTERM');
  await gone;
  fs.rmSync(folder, { recursive: true, force: true });
});

function terminator(): TlsTerminator {
  test.skip(!caddy, 'Caddy is not installed here, and may not be.');
  return caddy as TlsTerminator;
}

test('an active host gets a certificate of its own; unknown and suspended ones fail the handshake', async () => {
  for (const host of [`harbour.${domain}`, `harbour.sites.${domain}`, `console.${domain}`, domain])
    expect(await certificateFor(host, terminator()), host).toBe(`DNS:${host}`);
  for (const host of [`nobody.${domain}`, `quayside.${domain}`, `quayside.sites.${domain}`, 'www.stranger.example'])
    expect(await certificateFor(host, terminator()), host).toBeNull();
});

test('the terminator asks, and nobody who comes through it can', async () => {
  const question = `/api/internal/tls/ask?domain=harbour.${domain}`;
  expect((await request(question, { host: '127.0.0.1', port: ownPort })).status).toBe(200);
  expect((await visit(`harbour.${domain}`, question)).status).toBe(404);
  const forged = { 'x-local-caller': 'true', 'x-forwarded-for': '127.0.0.1' };
  expect((await visit(`harbour.${domain}`, question, forged)).status).toBe(404);
});

test('in the clear the proof of a domain on its way is answered, and everything else is led to TLS', async () => {
  const port = String(terminator().clearPort);
  const word = 'a'.repeat(32);
  const proof = `/.well-known/portico-domain/${word}`;
  const through = await request(proof, { host: 'portal.not-yet.example:80', port });
  expect(through.status).toBe(200);
  expect(through.body).toBe((await request(proof, { host: 'portal.not-yet.example', port: ownPort })).body);
  for (const path of ['/', '/sign-in?from=mail', '/.well-known/portico-domain', '/.well-known/security.txt']) {
    const { status, headers } = await request(path, { host: `harbour.${domain}:80`, port });
    expect({ status, location: headers.location }).toEqual({
      status: 308,
      location: `https://harbour.${domain}${path}`,
    });
  }
});

test('what a visitor writes about the host, the scheme and the address does not pass', async () => {
  const forged = {
    'x-forwarded-host': `console.${domain}`,
    'x-forwarded-proto': 'http',
    forwarded: `host=console.${domain}`,
  };
  const answer = await visit(`harbour.${domain}`, '/sign-in', forged);
  expect(answer.status).toBe(200);
  expect(answer.body).toContain('Harbour Ltd');
  expect(String(answer.headers['strict-transport-security'])).toContain('max-age');
});

test('what a peer that is no proxy of ours writes about them does not count either', async () => {
  const forged = {
    'x-forwarded-host': `console.${domain}`,
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '192.0.2.9',
  };
  const from = (localAddress: string) =>
    request('/sign-in', { host: `harbour.${domain}`, headers: forged, port: ownPort, localAddress });
  const [proxy, stranger] = await Promise.all([from('127.0.0.1'), from('127.0.0.2')]);
  expect(String(proxy.headers['strict-transport-security'])).toContain('max-age');
  expect(proxy.body).not.toContain('Harbour Ltd');
  expect(stranger.headers['strict-transport-security']).toBeUndefined();
  expect(stranger.body).toContain('Harbour Ltd');
});

test('behind it cookies are bound to their host and links lead through TLS', async () => {
  const { port } = terminator();
  const browser = await launch(port);
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    const { superAdmin } = JSON.parse(fs.readFileSync(path.join(folder, 'data/first-run.json'), 'utf8')) as {
      superAdmin: { email: string; password: string; consoleUrl: string };
    };
    expect(superAdmin.consoleUrl).toBe(`https://console.${domain}`);
    await signIn(page, { ...superAdmin, origin: superAdmin.consoleUrl });
    const cookies = await context.cookies();
    expect(cookies.length).toBeGreaterThan(0);
    for (const { name, secure, domain: of } of cookies)
      expect({ name, secure, of }).toEqual({
        name: expect.stringMatching(/^__Host-/) as unknown,
        secure: true,
        of: `console.${domain}`,
      });
    await page.goto(`${superAdmin.consoleUrl}/tenants/harbour`);
    await expect(page.getByRole('link', { name: 'Open portal' })).toHaveAttribute('href', `https://harbour.${domain}`);
  } finally {
    await browser.close();
  }
});

function environment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PORT: ownPort,
    PORTICO_DATA_DIR: path.join(folder, 'data'),
    PORTICO_SEED: 'none',
    ROOT_DOMAIN: domain,
    SITES_DOMAIN: `sites.${domain}`,
    TRUSTED_PROXIES: '127.0.0.1',
  };
}

function createTenant(slug: string): void {
  const name = `${slug.charAt(0).toUpperCase()}${slug.slice(1)} Ltd`;
  command(
    'tenant',
    'create',
    '--name',
    name,
    '--slug',
    slug,
    '--plan',
    'basic',
    '--admin-email',
    `ada@${slug}.example`,
  );
}

function command(...words: string[]): void {
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/cli/main.ts', ...words], { env: environment() });
}

/** A request through the terminator, as a visitor's program would make it. */
function visit(
  host: string,
  pathname: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { port } = terminator();
  const options = { host: '127.0.0.1', port, path: pathname, servername: host, headers: { host, ...headers } };
  return new Promise((resolve, reject) => {
    https
      .get({ ...options, rejectUnauthorized: false, agent: false }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (part: string) => (body += part));
        response.once('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
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
      `--host-resolver-rules=MAP *.${domain} 127.0.0.1:${port}`,
    ],
  });
}
