/**
 * `npm run chaos [-- --kills 200]`: kills -9 the worker, the web server, PostgreSQL, or all of them at random while tenants are made in
 * every placement, and then asks whether everything acknowledged is there and nothing is half made. Ctrl-C asks at once. Linux only.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { removeCluster } from './embedded-postgres-files.mjs';
import { freePort } from './embedded-postgres.mjs';
import { root, runToEnd } from './project.mjs';
import { untilReady } from './supervise.mjs';

const VICTIMS = ['worker', 'web', 'postgres', 'everything'] as const;
type Victim = (typeof VICTIMS)[number];

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } });
const folder = path.join(root, '.test', `chaos-${process.pid}`);
const port = String(await freePort());
const env = {
  ...process.env,
  PORT: port,
  PORTICO_DATA_DIR: folder,
  PORTICO_SEED: 'none',
  DATABASE_URL: '',
  LOG_LEVEL: 'silent',
};
const acknowledged: string[] = [];
const recoveriesMs: number[] = [];
let attempts = 0;
let over = false;
let enough = false;

let portico = start();
await untilReady(port);
const writer = write();
process.once('SIGINT', () => (enough = true));
while (!enough && recoveriesMs.length < Number(values.kills))
  await strike(VICTIMS[Math.floor(Math.random() * VICTIMS.length)] ?? 'worker');
over = true;
await writer;
const { lost, unfinished } = await examine();
portico.kill('SIGTERM');
await new Promise((resolve) => portico.once('exit', resolve));
removeCluster(path.join(folder, 'postgres'));
fs.rmSync(folder, { recursive: true, force: true });
console.table({
  kills: recoveriesMs.length,
  'tenants asked for': attempts,
  acknowledged: acknowledged.length,
  lost: lost.length,
  'left unfinished': unfinished.length,
  'slowest recovery, ms': Math.max(0, ...recoveriesMs),
});
process.exitCode = lost.length || unfinished.length ? 1 : 0;

function start(): ChildProcess {
  return spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function strike(victim: Victim): Promise<void> {
  await pause(300 + Math.random() * 2_500);
  const struckAt = Date.now();
  for (const pid of pidsOf(victim)) process.kill(pid, 'SIGKILL');
  // A web server that dies ends the start; a person or a service manager starts it again.
  if (victim === 'web' || victim === 'everything') {
    if (portico.exitCode === null && portico.signalCode === null) {
      await new Promise((resolve) => portico.once('exit', resolve));
    }
    portico = start();
  }
  await untilReady(port);
  recoveriesMs.push(Date.now() - struckAt);
  console.log(
    `${recoveriesMs.length} ${victim}: ready again after ${recoveriesMs.at(-1)} ms, ${acknowledged.length} tenants acknowledged`,
  );
}

function pidsOf(victim: Victim): number[] {
  const children = processes().filter(({ parent }) => parent === portico.pid);
  const worker = children.filter(({ command }) => command.includes('lib/worker/main.ts'));
  const web = children.filter(({ command }) => command.includes('next'));
  const postgres = { pid: postmaster() };
  const found = {
    worker,
    web,
    postgres: [postgres],
    everything: [...worker, ...web, postgres, { pid: portico.pid ?? 0 }],
  }[victim];
  return found.map(({ pid }) => pid).filter((pid) => pid > 1);
}

interface Process {
  pid: number;
  parent: number;
  command: string;
}

function processes(): Process[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    try {
      const parent = Number(/\) \S (\d+)/.exec(fs.readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]);
      return [{ pid: Number(name), parent, command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
    } catch {
      return [];
    }
  });
}

function postmaster(): number {
  const pointer = path.join(folder, 'postgres.location');
  const cluster = fs.existsSync(pointer) ? fs.readFileSync(pointer, 'utf8').trim() : path.join(folder, 'postgres');
  const file = path.join(cluster, 'postmaster.pid');
  return fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

/** One tenant after another; what the command line acknowledged must be there at the end. */
async function write(): Promise<void> {
  while (!over) {
    const slug = `chaos-${(attempts += 1)}`;
    const words = [
      '--name',
      `Chaos ${attempts}`,
      '--slug',
      slug,
      '--plan',
      'free',
      '--admin-email',
      'admin@chaos.example',
      '--placement',
      placementOf(attempts),
    ];
    const { code } = await runCommand(['tenant', 'create', ...words, '--json']);
    if (code === 0) acknowledged.push(slug);
  }
}

/** Few databases: after a crash PostgreSQL reads every file of each of them before it starts. */
function placementOf(attempt: number): string {
  if (attempt % 12 === 0) return 'database';
  return attempt % 2 ? 'schema' : 'shared';
}

async function examine(): Promise<{ lost: string[]; unfinished: string[] }> {
  const giveUpAt = Date.now() + 60_000;
  for (;;) {
    const tenants = await listTenants();
    const lost = acknowledged.filter((slug) => tenants.get(slug) !== 'active');
    const unfinished = [...tenants].filter(([, status]) => status === 'provisioning').map(([slug]) => slug);
    if (!unfinished.length || Date.now() > giveUpAt) return { lost, unfinished };
    await pause(1_000);
  }
}

async function listTenants(): Promise<Map<string, string>> {
  const { stdout } = await runCommand(['tenant', 'list', '--json']);
  const { tenants } = JSON.parse(stdout) as { tenants: { slug: string; status: string }[] };
  return new Map(tenants.map(({ slug, status }) => [slug, status]));
}

function runCommand(args: string[]): Promise<{ code: number; stdout: string }> {
  return runToEnd(process.execPath, ['scripts/run.mjs', 'scripts/cli/main.ts', ...args], { env });
}
