import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EmbeddedPostgres } from './embedded-postgres.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { removeCluster } from './embedded-postgres-files.mjs';

let folder: string;
let dataDir: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-launcher-'));
  dataDir = path.join(folder, 'postgres');
  server = await start();
});

afterAll(async () => {
  await server.stop();
  removeCluster(dataDir);
  fs.rmSync(folder, { recursive: true });
});

/** The folder is closed to the server's user when we are root: the data has to find another place by itself. */
function start(): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, database: 'postgres' });
}

async function query(text: string): Promise<unknown[]> {
  const client = new pg.Client(server.url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

function postmaster(): { file: string; pid: number } {
  const pointer = `${dataDir}.location`;
  const cluster = fs.existsSync(pointer) ? fs.readFileSync(pointer, 'utf8') : dataDir;
  const file = path.join(cluster, 'postmaster.pid');
  return { file, pid: Number(fs.readFileSync(file, 'utf8').split('\n')[0]) };
}

test('data is written durably, and only this machine is listened to', async () => {
  expect(await query('show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
});

test('the password is needed, and only its owner can read it', async () => {
  expect(fs.statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
  const stranger = new pg.Client({ connectionString: server.url.replace(/:[0-9a-f]{48}@/, ':wrong@') });
  await expect(stranger.connect()).rejects.toThrow('password authentication failed');
});

test('a second start attaches to the server that runs', async () => {
  const second = await start();
  expect(second).toMatchObject({ attached: true, port: server.port, url: server.url });
});

test('after kill -9 the server comes back on its port with what was acknowledged', async () => {
  await query('create table kept (id int)');
  await query('insert into kept values (1)');
  process.kill(postmaster().pid, 'SIGKILL');
  await expect.poll(() => server.revive(), { timeout: 20_000 }).toBe(true);
  expect(await query('select id from kept')).toEqual([{ id: 1 }]);
});

test('starts on its former port, over a postmaster.pid whose number belongs to another program', async () => {
  const { file } = postmaster();
  const left = fs.readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid));
  await server.stop();
  fs.writeFileSync(file, left);
  const { port } = server;
  server = await start();
  expect(server.attached).toBe(false);
  expect(server.port).toBe(port);
  expect(await query('select id from kept')).toEqual([{ id: 1 }]);
});
