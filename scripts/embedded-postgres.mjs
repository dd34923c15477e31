/**
 * Real PostgreSQL without an installation: the binaries of an npm package, started on loopback with a generated
 * password. Attaches to a server that outlived its parent, and waits for one that is still recovering from a crash.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { clusterFolder, makeServerFolder, serverBinaries, serverUser } from './embedded-postgres-files.mjs';

const PATIENCE_MS = 90_000;
const SUPERUSER = 'postgres';
const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_preload_libraries: 'pg_stat_statements',
};

export async function startEmbeddedPostgres({ dataDir, port, database = 'portico', log = () => {}, settings = {} }) {
  const folder = clusterFolder(path.resolve(dataDir));
  const bin = serverBinaries(path.dirname(folder));
  const password = readOrCreatePassword(`${path.resolve(dataDir)}.password`);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) {
    log('creating the database cluster');
    await createCluster(bin, folder, password, settings);
  }
  const server = { bin, folder, password, settings: { ...DEFAULTS, ...settings }, log };
  const { port: boundPort, attached } = await bringUp(server, port ?? (await rememberedPort(folder)));
  return {
    url: `postgresql://${SUPERUSER}:${password}@127.0.0.1:${boundPort}/${database}`,
    port: boundPort,
    attached,
    revive: async () => readPostmaster(folder) === undefined && !(await bringUp(server, boundPort)).attached,
    stop: () => stop(server),
  };
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts the server, or joins the one that runs, and returns when it answers a query. */
async function bringUp(server, wantedPort) {
  const giveUpAt = Date.now() + PATIENCE_MS;
  let started = false;
  for (;;) {
    const running = readPostmaster(server.folder);
    const problem = running ? await probe(running.port, server.password) : await launch(server, wantedPort);
    started ||= !running;
    if (running && !problem) return { port: running.port, attached: !started };
    if (Date.now() > giveUpAt) throw new Error(`the embedded PostgreSQL does not start: ${problem}`);
    if (problem) await pause(100);
  }
}

/**
 * The port of the last time, if nobody has taken it. A server that dies under a running Portico may be started by another
 * command first; it has to be where the connections look for it.
 */
async function rememberedPort(folder) {
  const options = path.join(folder, 'postmaster.opts');
  const port = Number(/"-c" "port=(\d+)"/.exec(fs.existsSync(options) ? fs.readFileSync(options, 'utf8') : '')?.[1]);
  return port && (await isFree(port)) ? port : undefined;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A failed launch is a reason to look again: memory of a killed server may still be held, or the port just taken. */
async function launch({ bin, folder, settings, log }, wantedPort) {
  const port = wantedPort ?? (await freePort());
  const logFile = path.join(folder, 'server.log');
  const options = Object.entries({ ...settings, port }).map(([key, value]) => `-c ${key}=${shellQuoted(value)}`);
  const args = ['-D', folder, '-w', '-t', '60', '-l', logFile, '-o', options.join(' '), 'start'];
  const code = await run(path.join(bin, 'pg_ctl'), args, folder);
  if (code === 0) return undefined;
  const reason = tail(logFile);
  log(`the database did not start yet: ${reason}`);
  return reason;
}

/** @returns the reason why the server can't be used yet, or undefined */
async function probe(port, password) {
  const client = new pg.Client({ host: '127.0.0.1', port, user: SUPERUSER, password, database: 'postgres' });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    if (error.code === '28P01') {
      throw new Error('the embedded PostgreSQL refuses the password kept beside its data', { cause: error });
    }
    return error.message;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stop({ bin, folder }) {
  if (!readPostmaster(folder)) return;
  const code = await run(path.join(bin, 'pg_ctl'), ['-D', folder, '-m', 'fast', '-w', '-t', '60', 'stop'], folder);
  if (code !== 0 && readPostmaster(folder)) throw new Error('the embedded PostgreSQL did not stop within 60 seconds');
}

/** initdb in a folder of its own, moved into place when whole: a kill in the middle leaves nothing half made. */
async function createCluster(bin, folder, password, settings) {
  const draft = `${folder}.init-${process.pid}`;
  fs.rmSync(draft, { recursive: true, force: true });
  makeServerFolder(draft);
  const passwordFile = `${draft}.pw`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid, gid } = serverUser();
  if (uid !== undefined) fs.chownSync(passwordFile, uid, gid);
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', draft, '-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, ...locale];
  if (settings.fsync === 'off') args.push('--no-sync');
  let output = '';
  const code = await run(path.join(bin, 'initdb'), args, draft, (text) => (output += text));
  fs.rmSync(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb failed: ${output.trim().split('\n').slice(-3).join(' ')}`);
  try {
    fs.renameSync(draft, folder);
  } catch (error) {
    // Another process made the cluster meanwhile, with the same password.
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) throw error;
  }
}

/** The server named in postmaster.pid, if that process is alive and really a PostgreSQL. */
function readPostmaster(folder) {
  const file = path.join(folder, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const [pid, , , port] = fs.readFileSync(file, 'utf8').split('\n').map(Number);
  if (!pid || !port) return undefined;
  const alive = isPostgres(pid);
  // After a reboot the number may belong to another program, for which PostgreSQL would refuse to start.
  if (alive === false) fs.rmSync(file, { force: true });
  return alive === false ? undefined : { pid, port };
}

function isPostgres(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  const status = `/proc/${pid}/stat`;
  if (!fs.existsSync('/proc/self/stat')) return true;
  if (!fs.existsSync(status)) return false;
  const [, command, state] = /\((.*)\) (\S)/.exec(fs.readFileSync(status, 'utf8')) ?? [];
  return command === 'postgres' && state !== 'Z';
}

function readOrCreatePassword(file) {
  try {
    fs.writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}

function run(command, args, cwd, onOutput = () => {}) {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...serverUser(), cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', onOutput);
    child.once('error', reject);
    // Not 'close': the server inherits the pipe and keeps it open.
    child.once('exit', (code) => {
      child.stderr.destroy();
      resolve(code);
    });
  });
}

/** pg_ctl hands the options to a shell. */
function shellQuoted(value) {
  return `'${String(value).replaceAll("'", `'\\''`)}'`;
}

function tail(file) {
  if (!fs.existsSync(file)) return 'it wrote no log';
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n');
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? '';
}
