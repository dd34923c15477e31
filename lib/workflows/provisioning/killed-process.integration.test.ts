import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemRequest, type ConsoleContext } from '@/lib/core/access/context';
import { ensureCatalogue } from '@/lib/core/plans/ensure-catalogue';
import { closeConsoleClient, consoleDb } from '@/lib/tenancy/console-client';
import { closeTenantClients, tenantDb } from '@/lib/tenancy/tenant-client';
import { exitOf, startEntry } from '@/lib/testing/child-process';
import { createTestDatabase, type TestDatabase } from '@/lib/testing/database';
import { newTenant } from '@/lib/testing/new-tenant';
import { runProvisioning } from './engine';
import { readRun } from './read-run';
import { requestProvisioning } from './request-provisioning';
import { closeRunLocks } from './run-lock';
import type { Checkpoint } from './step';

const ctx: ConsoleContext = { actor: { type: 'system', name: 'test' }, request: systemRequest() };
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await ensureCatalogue();
});

afterAll(async () => {
  await Promise.all([closeRunLocks(), closeTenantClients(), closeConsoleClient()]);
  await database.drop();
});

async function killedAt(checkpoint: Checkpoint): Promise<string> {
  const slug = `killed-${checkpoint.replace(/[:_]/g, '-')}`;
  const { runId } = await requestProvisioning(ctx, newTenant(slug), randomUUID());
  const { signal } = await exitOf(startEntry('lib/testing/provision-and-die.ts', runId, checkpoint));
  expect(signal).toBe('SIGKILL');
  return runId;
}

describe('a process killed with signal 9', { timeout: 120_000 }, () => {
  it.each<Checkpoint>(['effect:reserve_hosts', 'after:create_tenant', 'effect:seed_defaults', 'effect:activate'])(
    'at %s leaves a run that the next process finishes at once',
    async (checkpoint) => {
      const runId = await killedAt(checkpoint);
      await runProvisioning(runId);
      const run = await readRun(ctx, runId);
      expect(run.status).toBe('completed');
      const db = tenantDb({ tenantId: run.tenant.id, placement: 'shared' });
      const counts = await Promise.all([
        db.host.count({ where: { status: 'active' } }),
        db.invitation.count(),
        db.brandVersion.count(),
        db.tenantKey.count(),
      ]);
      expect(counts).toEqual([2, 1, 1, 1]);
    },
  );

  it('in the middle of undoing leaves a run that the next process undoes', async () => {
    const runId = await killedAt('undo:create_tenant');
    await runProvisioning(runId);
    const run = await readRun(ctx, runId);
    expect(run).toMatchObject({ status: 'rolled_back', refusal: 'internal' });
    const tenantId = run.tenant.id;
    const db = tenantDb({ tenantId, placement: 'shared' });
    const left = await Promise.all([
      consoleDb().tenant.count({ where: { id: tenantId } }),
      consoleDb().host.count({ where: { tenantId } }),
      db.invitation.count(),
      db.brandVersion.count(),
      db.brandAsset.count(),
      db.flagOverride.count(),
      db.tenantSettings.count(),
      db.tenantKey.count(),
    ]);
    expect(left).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
