/** `kill -9` of any part: what was acknowledged is there again, and `npm start` needs no help. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { actionsUnder, callAction } from './support/actions';
import { freePort } from './support/free-port';
import { request } from './support/http';
import { cookieHeader, expect, signIn, test } from './support/test';

const host = 'console.localhost';
const startPatience = 120_000;

let folder: string;
let ownPort: string;
let start: ChildProcess;
let cookie: string;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-crash-'));
  // The database's own user has to pass through.
  fs.chmodSync(folder, 0o755);
  ownPort = await freePort();
  await startPortico();
  const { superAdmin } = JSON.parse(fs.readFileSync(path.join(folder, 'data/first-run.json'), 'utf8')) as {
    superAdmin: { email: string; password: string; consoleUrl: string };
  };
  const context = await browser.newContext();
  await signIn(await context.newPage(), { ...superAdmin, origin: superAdmin.consoleUrl });
  cookie = cookieHeader(await context.storageState());
  await context.close();
});

test.afterAll(async () => {
  start.kill('SIGTERM');
  await gone(start);
  fs.rmSync(folder, { recursive: true, force: true });
});

test('after the database server was killed, the running Portico serves the acknowledged write by itself', async () => {
  test.setTimeout(180_000);
  await write('before.database');
  process.kill(databasePid(), 'SIGKILL');
  await expect.poll(() => read(), { timeout: 60_000 }).toContain('before.database');
  await write('after.database');
  expect(start.exitCode).toBeNull();
});

test('after the web server was killed, a new start serves the acknowledged write', async () => {
  test.setTimeout(300_000);
  await write('before.web');
  process.kill(webPid(), 'SIGKILL');
  await gone(start);
  await startPortico();
  expect(await read()).toContain('before.web');
});

test('after everything was killed at once, a new start serves the acknowledged write', async () => {
  test.setTimeout(300_000);
  await write('before.everything');
  const doomed = [start.pid ?? 0, webPid(), databasePid()];
  for (const pid of doomed) process.kill(pid, 'SIGKILL');
  await gone(start);
  await startPortico();
  const found = await read();
  for (const key of ['before.database', 'after.database', 'before.web', 'before.everything'])
    expect(found).toContain(key);
});

test('while the database goes down again and again under load, every request is answered within 3 s, and then all is well', async () => {
  test.setTimeout(180_000);
  const answers: { status: number; ms: number; at: number }[] = [];
  let over = false;
  const reader = async (): Promise<void> => {
    while (!over) {
      const began = performance.now();
      const answer = await request('/api/console/flags', { host, cookie, port: ownPort });
      answers.push({ status: answer.status, ms: performance.now() - began, at: performance.now() });
    }
  };
  const readers = Array.from({ length: 12 }, reader);
  for (let outage = 0; outage < 5; outage++) {
    const served = answers.length;
    await expect.poll(() => answers.slice(served).filter(({ status }) => status === 200).length).toBeGreaterThan(20);
    process.kill(databasePid(), 'SIGKILL');
  }
  const lastOutage = performance.now();
  await expect
    .poll(() => answers.slice(-40).every(({ status, at }) => status === 200 && at > lastOutage), { timeout: 10_000 })
    .toBe(true);
  over = true;
  await Promise.all(readers);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(3_000);
  expect(start.exitCode).toBeNull();
});

test('fifty kills of the web server in the middle of writes lose none that was acknowledged', async () => {
  // Fifty starts, each of a few seconds: it is not time that is tested.
  test.setTimeout(600_000);
  const acknowledged: string[] = [];
  for (let round = 0; round < 50; round++) {
    const node = await startNode();
    const writes = Array.from({ length: 4 }, (_, i) => `kill.round${round}.write${i}`).map(async (key) => {
      if (await write(key, { mayDie: true, port: node.port })) acknowledged.push(key);
    });
    // Rounds die at the first answer, at the last, or in between.
    await Promise.all(writes.slice(0, 1 + (round % 4)));
    node.web.kill('SIGKILL');
    await Promise.all(writes);
    await gone(node.web);
  }
  const found = await read();
  expect(acknowledged.length).toBeGreaterThanOrEqual(50);
  expect(acknowledged.filter((key) => !found.includes(`"${key}"`))).toEqual([]);
});

/** A flag, because making one is a write that the console answers for at once. */
async function write(key: string, { mayDie = false, port = ownPort } = {}): Promise<boolean> {
  const [create] = actionsUnder('app/(console)/(app)/flags/').filter(({ name }) => name === 'createFlagAction');
  if (!create) throw new Error('The console has no action to make a flag.');
  const input = {
    key,
    name: key,
    description: 'Made by a test.',
    type: 'boolean',
    category: 'general',
    defaultValue: false,
    tenantEditable: false,
  };
  const call = callAction(create, { host, input, cookie, port });
  const answer = await (mayDie ? call.catch(() => undefined) : call);
  // Who is told that nothing was changed has been acknowledged nothing either.
  if (!answer || (mayDie && answer.body.includes('"code":"unavailable"'))) return false;
  expect(answer.result, answer.body).toMatchObject({ ok: true });
  return true;
}

async function read(): Promise<string> {
  const answer = await request('/api/console/flags', { host, cookie, port: ownPort }).catch(() => undefined);
  return answer?.status === 200 ? answer.body : '';
}

/** Another web server of the same installation, with the environment that the running parts were given. */
async function startNode(): Promise<{ web: ChildProcess; port: string }> {
  const given = fs.readFileSync(`/proc/${childOfStart('lib/worker/main.ts')}/environ`, 'utf8').split('\0');
  const port = await freePort();
  const env = { ...process.env, ...Object.fromEntries(given.map(nameAndValue)), PORT: port };
  // The running one's wire to its parent.
  Reflect.deleteProperty(env, 'NODE_CHANNEL_FD');
  const args = ['node_modules/next/dist/bin/next', 'start', '-H', '0.0.0.0', '-p', port];
  const web = spawn(process.execPath, args, { env, stdio: 'ignore' });
  const ready = async (): Promise<number> => {
    if (web.exitCode !== null) throw new Error(`The web server ended with ${web.exitCode}.`);
    return (await request('/readyz', { host, port }).catch(() => undefined))?.status ?? 0;
  };
  await expect.poll(ready, { timeout: startPatience, intervals: [100] }).toBe(200);
  return { web, port };
}

function nameAndValue(line: string): [string, string] {
  const at = line.indexOf('=');
  return [line.slice(0, at), line.slice(at + 1)];
}

async function startPortico(): Promise<void> {
  const data = path.join(folder, 'data');
  const env = { ...process.env, PORT: ownPort, PORTICO_DATA_DIR: data, PORTICO_SEED: 'none' };
  const log = fs.openSync(path.join(folder, 'start.log'), 'a');
  start = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', log, log] });
  const ready = async (): Promise<number> => {
    if (start.exitCode !== null) throw new Error(fs.readFileSync(path.join(folder, 'start.log'), 'utf8'));
    return (await request('/readyz', { host, port: ownPort }).catch(() => undefined))?.status ?? 0;
  };
  await expect.poll(ready, { timeout: startPatience }).toBe(200);
}

function databasePid(): number {
  return Number(fs.readFileSync(path.join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);
}

/** The child of the start that listens on its port. */
function webPid(): number {
  return childOfStart('next');
}

function childOfStart(word: string): number {
  const ofStart = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === start.pid);
  const child = ofStart.find((pid) => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word));
  if (!child) throw new Error(`Nothing runs that is called ${word}.`);
  return Number(child);
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}

function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}
