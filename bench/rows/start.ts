import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/scripts/embedded-postgres.mjs';
import type { Row } from '../report';
import { median } from '../rounds';

/** `npm start` until /readyz says 200, with everything installed, built and seeded by an earlier start. */
export async function benchStart(): Promise<Row[]> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'portico-bench-start-'));
  const port = await freePort();
  const first = await startOnce(dataDir, port);
  const warm: number[] = [];
  for (let round = 0; round < 5; round++) warm.push(await startOnce(dataDir, port));
  rmSync(dataDir, { recursive: true, force: true });
  const seconds = median(warm);
  const base = { name: 'start', unit: 's', p99: null, baseline: null, ratio: null };
  return [
    { ...base, variant: 'warm', median: seconds, reach: '< 5 s', held: seconds < 5 },
    { ...base, variant: 'first, already built', median: first, reach: '', held: null },
  ];
}

async function startOnce(dataDir: string, port: number): Promise<number> {
  const { DATABASE_URL: _database, MASTER_KEY: _master, AUTH_SECRET: _auth, ...env } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: 'ignore',
    env: { ...env, PORTICO_DATA_DIR: dataDir, PORT: String(port) },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error('npm start ended before it was ready');
    await pause(25);
  }
  const seconds = (performance.now() - started) / 1000;
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
  } catch {
    return false;
  }
}
