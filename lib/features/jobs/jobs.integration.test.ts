import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enqueueJob } from '@/lib/core/jobs/enqueue';
import { consoleDb } from '@/lib/tenancy/console-client';
import {
  createTenant,
  openConsoleFixture,
  superAdminContext,
  type ConsoleFixture,
} from '@/lib/testing/console-fixtures';
import { listJobs } from './list-jobs';
import { retryJob } from './retry-job';

const operator = superAdminContext('operator');
let fixture: ConsoleFixture;

beforeAll(async () => {
  fixture = await openConsoleFixture();
  const tenantId = await createTenant(fixture, { slug: 'mail-sender', name: 'Mail sender' });
  const mail = {
    to: 'a@x.example',
    subject: 'Hello',
    html: 'https://secret.example/token',
    text: 'https://secret.example/token',
  };
  const db = consoleDb();
  await db.$transaction((tx) => enqueueJob(tx, 'send-mail', { tenantId, mail }));
  await db.$transaction((tx) => enqueueJob(tx, 'measure-resources', {}));
  await db.$transaction((tx) => enqueueJob(tx, 'sweep-attempts', {}, { runAt: new Date(Date.now() + 3_600_000) }));
  await db.$transaction((tx) => enqueueJob(tx, 'roll-up-usage', {}));
  await fixture.admin.query(
    `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Connection refused'
     where task_id = (select id from graphile_worker._private_tasks where identifier = 'send-mail')`,
  );
  await fixture.admin.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'w', attempts = 1
     where task_id = (select id from graphile_worker._private_tasks where identifier = 'roll-up-usage')`,
  );
});

afterAll(() => fixture.close());

describe('the queue', () => {
  it('shows what failed first, with its error and its tenant, and never a payload', async () => {
    const list = await listJobs(operator, { page: 1 });
    expect(list.counts).toEqual({ failed: 1, retrying: 0, running: 1, waiting: 1, scheduled: 1 });
    expect(list.data.map((job) => job.state)).toEqual(['failed', 'running', 'waiting', 'scheduled']);
    expect(list.data[0]).toMatchObject({
      task: 'send-mail',
      lastError: 'Connection refused',
      tenant: { slug: 'mail-sender' },
    });
    expect(JSON.stringify(list)).not.toContain('secret.example');
    expect(list.workerAlive).toBe(false);
  });

  it('can be narrowed to one state', async () => {
    const { data, pages } = await listJobs(operator, { page: 1, state: 'scheduled' });
    expect(data.map((job) => job.task)).toEqual(['sweep-attempts']);
    expect(pages).toBe(1);
  });

  it('runs a failed job again when asked by an operator, on the record, and not when asked by support', async () => {
    const id = (await listJobs(operator, { page: 1, state: 'failed' })).data[0]?.id ?? '';
    await expect(retryJob(superAdminContext('support'), id)).rejects.toMatchObject({ code: 'forbidden' });
    await retryJob(operator, id);
    expect((await listJobs(operator, { page: 1 })).counts).toMatchObject({ failed: 0, waiting: 2 });
    const { rows } = await fixture.admin.query('select action, target_label from platform_audit_events');
    expect(rows).toEqual([{ action: 'job.retried', target_label: 'send-mail' }]);
  });

  it('leaves a running job and an absent one alone', async () => {
    const id = (await listJobs(operator, { page: 1, state: 'running' })).data[0]?.id ?? '';
    await expect(retryJob(operator, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(retryJob(operator, '999999')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('can not be read past the function: the console has no right on the tables', async () => {
    await expect(consoleDb().$queryRaw`SELECT 1 FROM graphile_worker._private_jobs`).rejects.toThrow();
  });
});
