/**
 * Two nodes on one database: what is changed through one is seen at the other in under a second, and within five where the other is told
 * of nothing.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../scripts/embedded-postgres.mjs';
import { callAction } from './support/actions';
import { dataDir, freshSlug, superAdmin } from './support/first-run';
import { freePort } from './support/free-port';
import { request } from './support/http';
import { consoleAction, cookieBySigningIn } from './support/sessions';
import { startSilentListener, type SilentListener } from './support/silent-listener';
import { freshTenant, type FreshTenant } from './support/tenants';
import { expect, test } from './support/test';

const [told, untold] = [1_000, 5_000];

let folder: string;
let otherPort: string;
let other: ChildProcess;
let listener: SilentListener;
let tenant: FreshTenant;
let cookie: string;
let database: pg.Client;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-node-'));
  // Joins the one that the server under test has started.
  const { url, port } = await startEmbeddedPostgres({ dataDir: path.join(dataDir, 'postgres') });
  listener = await startSilentListener(port);
  database = new pg.Client(url);
  await database.connect();
  otherPort = await freePort();
  const log = fs.openSync(path.join(folder, 'log'), 'a');
  other = spawn(process.execPath, ['scripts/serve.mjs'], { env: environment(url), stdio: ['ignore', log, log] });
  const ready = async (): Promise<number> => {
    if (other.exitCode !== null) throw new Error(fs.readFileSync(path.join(folder, 'log'), 'utf8'));
    return (await request('/readyz', { host: 'localhost', port: otherPort }).catch(() => undefined))?.status ?? 0;
  };
  await expect.poll(ready, { timeout: 120_000 }).toBe(200);
  [tenant, cookie] = await Promise.all([freshTenant('zwilling', 'professional'), cookieBySigningIn(superAdmin)]);
});

test.afterAll(async () => {
  const gone = new Promise((resolve) => other.once('exit', resolve));
  if (other.exitCode === null && other.kill('SIGTERM')) await gone;
  await listener.stop();
  await database.end();
  fs.rmSync(folder, { recursive: true, force: true });
});

test('a suspension and its end, a new primary and a host that is given up reach the other node in under a second', async () => {
  expect(await seenLate(told)).toEqual([]);
});

test('a node that is told of nothing any more sees each of them within five seconds', async () => {
  listener.silence();
  expect(await seenLate(untold)).toEqual([]);
  expect(listener.swallowedBytes()).toBeGreaterThan(0);
});

/** Changes through the first node what the other knows already; names what the other saw too late. */
async function seenLate(withinMs: number): Promise<string[]> {
  const late: string[] = [];
  const change = async (name: string, input: unknown, seen: Record<string, string>): Promise<void> => {
    const hosts = Object.keys(seen);
    // Read just now, so that it is kept as long as it ever is.
    await Promise.all(hosts.map((host) => stateOf(host)));
    await act(name, input);
    const deadline = performance.now() + withinMs;
    await Promise.all(
      hosts.map(async (host) => {
        const last = await lastBefore(deadline, host, seen[host] ?? '');
        if (last !== seen[host]) late.push(`${name}: ${host} is ${last} rather than ${seen[host]}`);
      }),
    );
  };
  const { id: tenantId, slug } = tenant;
  const [portal, site] = [`${slug}.localhost`, `${slug}.sites.localhost`];
  await change('suspendTenantsAction', { ids: [tenantId], reason: 'unpaid' }, { [portal]: 'paused', [site]: 'paused' });
  await change('resumeTenantsAction', { ids: [tenantId] }, { [portal]: 'served', [site]: 'served' });

  const second = freshSlug('zweit');
  const [portal2, site2] = [`${second}.localhost`, `${second}.sites.localhost`];
  for (const [surface, first, added] of [
    ['portal', portal, portal2],
    ['site', site, site2],
  ] as const) {
    await change('addHostAction', { tenantId, slug: second, surface }, { [added]: `leads to ${first}` });
    const moved = { [first]: `leads to ${added}`, [added]: 'served' };
    await change('makeHostPrimaryAction', { tenantId, hostId: await idOf(added) }, moved);
    const back = { [first]: 'served', [added]: `leads to ${first}` };
    await change('makeHostPrimaryAction', { tenantId, hostId: await idOf(first) }, back);
    await change('removeHostAction', { tenantId, hostId: await idOf(added) }, { [added]: 'unknown' });
  }
  return late;
}

/** What the other node says of a host: at once where that is what is wanted, else the last thing before the deadline. */
async function lastBefore(deadline: number, host: string, wanted: string): Promise<string> {
  for (let last = ''; ;) {
    const said = await stateOf(host);
    if (performance.now() > deadline) return last;
    last = said;
    if (said === wanted) return said;
  }
}

/** What a visitor finds at the other node. */
async function stateOf(host: string): Promise<string> {
  const isSite = host.includes('.sites.');
  const { status, headers, body } = await request(isSite ? '/' : '/sign-in', { host, port: otherPort });
  const target = headers.location ?? '';
  if (target.startsWith('http')) return `leads to ${new URL(target).hostname}`;
  if (target === '/suspended' || body.includes('This site is paused')) return 'paused';
  return status === 200 ? 'served' : status === 404 ? 'unknown' : `status ${status}`;
}

async function act(name: string, input: unknown): Promise<void> {
  const { result, body } = await callAction(consoleAction(name), { host: 'console.localhost', cookie, input });
  if (!result?.ok) throw new Error(`${name}: ${body}`);
}

async function idOf(host: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>('select id from hosts where host = $1', [host]);
  if (!rows[0]) throw new Error(`${host} is nobody’s.`);
  return rows[0].id;
}

/** The other node: its pool goes to the database itself, its listener through what can be silenced. */
function environment(databaseUrl: string): NodeJS.ProcessEnv {
  const { masterKey, authSecret } = JSON.parse(fs.readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as {
    masterKey: string;
    authSecret: string;
  };
  const direct = new URL(databaseUrl);
  direct.port = listener.port;
  const secrets = { MASTER_KEY: masterKey, AUTH_SECRET: authSecret };
  const databases = { DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: direct.href };
  return { ...process.env, ...secrets, ...databases, PORT: otherPort, PORTICO_DATA_DIR: dataDir };
}
