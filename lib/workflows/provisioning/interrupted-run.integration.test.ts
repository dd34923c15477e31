import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openLab,
  requestTenant,
  systemCtx,
  tenantIdOf,
  wholeTenant,
  type ProvisioningLab,
} from '@/lib/testing/provisioning';
import { runProvisioning } from './engine';
import { readRun } from './read-run';
import { RunBusy } from './run-lock';
import { stepNames } from './schema';
import type { Checkpoint } from './step';

let lab: ProvisioningLab;

beforeAll(async () => {
  lab = await openLab();
});

afterAll(() => lab.close());

const checkpoints: Checkpoint[] = stepNames.flatMap((name): Checkpoint[] => [
  `before:${name}`,
  `effect:${name}`,
  `after:${name}`,
]);

function crashAt(point: Checkpoint): (checkpoint: Checkpoint) => void {
  return (checkpoint) => {
    if (checkpoint === point) throw new CrashForTest(point);
  };
}

class CrashForTest extends Error {}

/** Where rows live apart, the log is written by a job that the activation queues. */
const { audit_events: _log, ...wholeApart } = wholeTenant;
const placements = {
  shared: { whole: wholeTenant, place: [] },
  schema: { whole: wholeApart, place: ['fleet', 'schema'] },
  database: { whole: wholeApart, place: ['fleet', 'database'] },
};

describe.each(Object.entries(placements))(
  'a run for placement %s that is interrupted',
  (placement, { whole, place }) => {
    const request = (slug: string): Promise<string> =>
      requestTenant(`${slug}-${placement}`, { plan: { planKey: 'basic', placement } });

    it.each(checkpoints)('at %s is finished by the next attempt', async (point) => {
      const runId = await request(`c-${point.replace(/[:_]/g, '-')}`);
      const tenantId = await tenantIdOf(runId);
      await expect(runProvisioning(runId, { onCheckpoint: crashAt(point) }))
        .rejects.toThrow(CrashForTest)
        .catch((error: unknown) => {
          // After the last step there is nothing left to fail.
          if (point !== 'after:activate') throw error;
        });
      await runProvisioning(runId);
      expect((await readRun(systemCtx, runId)).status).toBe('completed');
      expect(await lab.rowsOf(tenantId)).toEqual(whole);
      expect(await lab.placeOf(tenantId)).toEqual(place);
    });

    it.each(checkpoints.filter((point) => point !== 'after:activate'))(
      'at %s for the last time leaves nothing',
      async (point) => {
        const runId = await request(`u-${point.replace(/[:_]/g, '-')}`);
        await runProvisioning(runId, { lastAttempt: true, onCheckpoint: crashAt(point) });
        expect(await readRun(systemCtx, runId)).toMatchObject({ status: 'rolled_back', refusal: 'internal' });
        expect(await lab.rowsOf(await tenantIdOf(runId))).toEqual({});
        expect(await lab.placeOf(await tenantIdOf(runId))).toEqual([]);
      },
    );

    it.each(stepNames)('while %s is undone goes on undoing', async (name) => {
      const runId = await request(`z-${name.replace('_', '-')}`);
      const points = [`before:activate`, `undo:${name}`];
      const onCheckpoint = (checkpoint: Checkpoint): void => {
        if (points.includes(checkpoint)) throw new CrashForTest(checkpoint);
      };
      await expect(runProvisioning(runId, { lastAttempt: true, onCheckpoint })).rejects.toThrow(CrashForTest);
      await runProvisioning(runId);
      expect((await readRun(systemCtx, runId)).status).toBe('rolled_back');
      expect(await lab.rowsOf(await tenantIdOf(runId))).toEqual({});
      expect(await lab.placeOf(await tenantIdOf(runId))).toEqual([]);
    });
  },
);

describe('a run', () => {
  it('is never worked on by two at once', async () => {
    const runId = await requestTenant('two-workers');
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let entered = (): void => {};
    const inside = new Promise<void>((resolve) => (entered = resolve));
    const first = runProvisioning(runId, {
      onCheckpoint: async (point) => {
        if (point !== 'before:create_key') return;
        entered();
        await held;
      },
    });
    await inside;
    let secondWorked = false;
    const second = runProvisioning(runId, { onCheckpoint: () => void (secondWorked = true) });
    await expect(second).rejects.toThrow(RunBusy);
    expect(secondWorked).toBe(false);
    release();
    await first;
    expect((await readRun(systemCtx, runId)).status).toBe('completed');
  });
});
