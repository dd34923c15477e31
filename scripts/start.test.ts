import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from './embedded-postgres.mjs';
import { root, runToEnd } from './project.mjs';
import { refuseOldNode } from './start-steps.mjs';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-start-'));
});

afterAll(() => fs.rmSync(folder, { recursive: true }));

/** `--dev` needs no build; none of these starts comes as far as a server. */
async function start(variables: Record<string, string>): Promise<{ code: number; output: string }> {
  const port = String(await freePort());
  const env = { ...process.env, PORT: port, PORTICO_DATA_DIR: folder, ...variables };
  return runToEnd(process.execPath, [path.join(root, 'scripts/start.mjs'), '--dev'], { env });
}

test('a port in use ends the start with one sentence', async () => {
  const holder = net.createServer().listen(0, '0.0.0.0');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as net.AddressInfo;
  const { code, output } = await start({ PORT: String(port) });
  holder.close();
  expect(output.trim()).toBe(`Port ${port} is in use: stop the program that uses it, or set PORT to another one.`);
  expect(code).toBe(1);
});

test('a second start in the same folder says so', async () => {
  const first = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'start.mjs'], { stdio: 'ignore' });
  await new Promise((resolve) => first.once('spawn', resolve));
  fs.writeFileSync(path.join(folder, 'start.lock'), String(first.pid));
  const { code, output } = await start({});
  first.kill();
  expect(output).toContain(`Portico is already running from this folder: process ${first.pid}`);
  expect(code).toBe(1);
});

test('bad variables end the start and are named, over the lock of a start that is gone', async () => {
  const { code, output } = await start({ DATABASE_URL: 'mysql://somewhere', MASTER_KEY: 'short', LOG_LEVEL: 'loud' });
  for (const name of ['DATABASE_URL', 'MASTER_KEY', 'LOG_LEVEL']) expect(output).toContain(name);
  expect(output).not.toContain('    at ');
  expect(code).toBe(1);
});

test('an unreachable database ends the start with its address and no password', async () => {
  const DATABASE_URL = 'postgresql://someone:wordless@127.0.0.1:1/portico';
  const { code, output } = await start({ DATABASE_URL });
  expect(output).toContain("The database at 127.0.0.1:1 can't be used: connect ECONNREFUSED 127.0.0.1:1.");
  expect(output).not.toContain('wordless');
  expect(code).toBe(1);
});

test('an old Node is refused by its version', () => {
  expect(() => refuseOldNode('18.20.0')).toThrow('Portico needs Node 20.19 or later; this is 18.20.0.');
  expect(() => refuseOldNode('20.18.3')).toThrow();
  expect(() => refuseOldNode('20.19.0')).not.toThrow();
  expect(() => refuseOldNode('24.0.0')).not.toThrow();
});
