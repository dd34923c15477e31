/**
 * Vitest's global set-up for integration tests: one throw-away PostgreSQL for the run, with a migrated template that each
 * test file clones. `TEST_DATABASE_URL` names another server (PostgreSQL 15 or later); its Portico roles get the test
 * run's passwords, so never name one that serves.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/lib/platform/migrations';
import { startEmbeddedPostgres } from '../../scripts/embedded-postgres.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The template's connection string as the login that may create databases. */
    templateUrl: string;
  }
}

const PREFIX = 'portico-test-';

let server: TestServer | undefined;

export async function setup(project: TestProject): Promise<void> {
  server = await startServer();
  const masterKey = String(project.config.env.MASTER_KEY);
  await migrate({ databaseUrl: server.templateUrl, masterKey });
  project.provide('templateUrl', server.templateUrl);
}

export async function teardown(): Promise<void> {
  await server?.stop();
}

interface TestServer {
  templateUrl: string;
  stop: () => Promise<void>;
}

async function startServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return borrowServer(given);
  removeLeftovers();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${PREFIX}${process.pid}-`));
  // The server runs as another user when we are root.
  fs.chmodSync(folder, 0o711);
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const server = await startEmbeddedPostgres({
    dataDir: path.join(folder, 'postgres'),
    database: 'portico_template',
    settings,
  });
  return {
    templateUrl: server.url,
    stop: async () => {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function borrowServer(adminUrl: string): TestServer {
  const name = `portico_template_${process.pid}_${Date.now().toString(36)}`;
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    templateUrl: url.toString(),
    stop: async () => {
      const client = new pg.Client(adminUrl);
      await client.connect();
      await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
    },
  };
}

/** Servers of runs that were killed: their folder carries the number of a process that is gone. */
function removeLeftovers(): void {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (isAlive(Number(name.slice(PREFIX.length).split('-')[0]))) continue;
    const folder = path.join(os.tmpdir(), name);
    const pidFile = path.join(folder, 'postgres', 'postmaster.pid');
    const postmaster = fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
    if (postmaster > 1 && isAlive(postmaster)) process.kill(postmaster, 'SIGQUIT');
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
