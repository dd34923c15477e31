import { randomUUID } from 'node:crypto';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { systemRequest, type ConsoleContext } from '@/lib/core/access/context';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { isWorkerAlive } from '@/lib/core/jobs/worker-presence';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { exitOf, startEntry, until } from '@/lib/testing/child-process';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { newTenant } from '@/lib/testing/new-tenant';
import { readRun } from '@/lib/workflows/provisioning/read-run';
import { requestProvisioning } from '@/lib/workflows/provisioning/request-provisioning';

const ctx: ConsoleContext = { actor: { type: 'system', name: 'test' }, request: systemRequest() };
let database: TestDatabase;
let admin: pg.Pool;
let workers: ChildProcess[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 3 });
  admin.on('error', () => {});
  await ensureCatalogue();
});

afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await Promise.all(workers.map(exitOf));
  workers = [];
});

afterAll(async () => {
  await Promise.all([closeConsoleClient(), admin.end()]);
  await database.drop();
});

async function startWorker(): Promise<ChildProcess> {
  // The server may not have noticed yet that the former one is dead.
  await until(async () => !(await isWorkerAlive(consoleDb())));
  const worker = startEntry('lib/worker/main.ts');
  workers.push(worker);
  await until(() => isWorkerAlive(consoleDb()));
  return worker;
}

async function request(slug: string): Promise<string> {
  return (await requestProvisioning(ctx, newTenant(slug), randomUUID())).runId;
}

async function isCompleted(runId: string): Promise<boolean> {
  return (await readRun(ctx, runId)).status === 'completed';
}

describe('the worker', { timeout: 120_000 }, () => {
  it('is seen while it lives and missed when it is gone', async () => {
    expect(await isWorkerAlive(consoleDb())).toBe(false);
    const worker = await startWorker();
    worker.kill('SIGKILL');
    await exitOf(worker);
    await until(async () => !(await isWorkerAlive(consoleDb())));
  });

  it('makes the tenant that was asked for, and sends the invitation', async () => {
    await startWorker();
    const runId = await request('by-the-worker');
    await until(() => isCompleted(runId));
    const outbox = path.join(database.dataDir, 'outbox');
    await until(
      async () =>
        fs.existsSync(outbox) &&
        fs
          .readdirSync(outbox)
          .some((name) => fs.readFileSync(path.join(outbox, name), 'utf8').includes('ada@by-the-worker.example')),
    );
  });

  it('finishes after a restart what a killed one had begun', async () => {
    const first = await startWorker();
    const blocker = await admin.connect();
    await blocker.query('BEGIN; LOCK TABLE brand_versions IN ACCESS EXCLUSIVE MODE');
    const runId = await request('killed-worker');
    await until(async () =>
      (await readRun(ctx, runId)).steps.some(({ name, status }) => name === 'seed_defaults' && status === 'running'),
    );
    first.kill('SIGKILL');
    await exitOf(first);
    await blocker.query('ROLLBACK');
    blocker.release();
    expect(await isCompleted(runId)).toBe(false);
    await startWorker();
    await until(() => isCompleted(runId));
  });

  it('ends by itself when it is told to, without an error', async () => {
    const worker = await startWorker();
    worker.kill('SIGTERM');
    expect(await exitOf(worker)).toEqual({ code: 0, signal: null });
  });

  it('goes on when all its connections are cut', async () => {
    await startWorker();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename LIKE 'portico%' AND application_name <> 'portico_console'`,
    );
    const runId = await request('after-the-cut');
    await until(() => isCompleted(runId));
    await until(() => isWorkerAlive(consoleDb()));
  });

  it('goes on when its very first question to the queue is lost', async () => {
    const blocker = await admin.connect();
    await blocker.query('BEGIN; LOCK TABLE graphile_worker._private_tasks IN ACCESS EXCLUSIVE MODE');
    await startWorker();
    await until(async () => {
      const { rowCount } = await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%_private_tasks%' AND pid <> pg_backend_pid()`,
      );
      return rowCount === 1;
    });
    await blocker.query('ROLLBACK');
    blocker.release();
    const runId = await request('after-a-lost-question');
    await until(() => isCompleted(runId));
  });

  it('undoes a refused run and keeps serving', async () => {
    await startWorker();
    const [first, second] = await Promise.all([request('same-name'), request('same-name')]);
    await until(async () => {
      const runs = await Promise.all([first, second].map((id) => readRun(ctx, id)));
      return (
        runs
          .map(({ status }) => status)
          .sort()
          .join() === 'completed,rolled_back'
      );
    });
    await consoleDb().$transaction((tx) => enqueueJob(tx, 'ensure-partitions', {}, { key: 'again' }));
    await until(
      async () => (await admin.query(`SELECT FROM graphile_worker.jobs WHERE key = 'again'`)).rows.length === 0,
    );
  });
});
