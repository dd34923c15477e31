import 'server-only';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { loadRun, requesterContext, withoutLogo, type ActiveRun } from './run-record';
import type { Refusal, StepName } from './schema';
import type { RunOptions } from './step';
import { steps } from './steps';

/** Undoes every step that was begun, last first, and records why. Interrupted, it goes on where it stopped. */
export async function rollBack(
  run: ActiveRun,
  { onCheckpoint }: RunOptions,
  cause?: { refusal: Refusal; error: unknown },
): Promise<void> {
  if (cause) await decide(run, cause.refusal, cause.error);
  const stored = await loadRun(run.id);
  const begun = stored?.steps.filter(({ status }) => status !== 'pending' && status !== 'compensated') ?? [];
  for (const { position, name, status } of begun.reverse()) {
    await onCheckpoint?.(`undo:${name as StepName}`);
    await undo(run, position, name as StepName, status === 'failed');
  }
  await finish(run, stored?.error ?? null);
}

/** From here there is only one way. Refused once the run is completed: then there is nothing to undo. */
async function decide(run: ActiveRun, refusal: Refusal, error: unknown): Promise<void> {
  await consoleDb().$transaction(async (tx) => {
    await tx.provisioningRun.update({
      where: { id: run.id, status: { in: ['queued', 'running'] } },
      data: { status: 'rolling_back', error: refusal },
    });
    await tx.provisioningStep.updateMany({
      where: { runId: run.id, status: 'running' },
      data: {
        status: 'failed',
        finishedAt: new Date(),
        error: (error instanceof Error ? error.message : String(error)).slice(0, 2_000),
      },
    });
  });
}

/** The step that failed keeps that mark, so that the record shows where it went wrong. */
async function undo(run: ActiveRun, position: number, name: StepName, failed: boolean): Promise<void> {
  const step = steps[name];
  if (step.role === 'tenant') await step.compensate(run);
  await consoleDb().$transaction(async (tx) => {
    if (step.role === 'console') await step.compensate(tx, run);
    if (failed) return;
    await tx.provisioningStep.update({
      where: { runId_position: { runId: run.id, position } },
      data: { status: 'compensated' },
    });
  });
}

async function finish(run: ActiveRun, refusal: string | null): Promise<void> {
  await consoleDb().$transaction(async (tx) => {
    await tx.provisioningRun.update({
      where: { id: run.id },
      data: { status: 'rolled_back', finishedAt: new Date(), input: withoutLogo(run.input) },
    });
    await recordRollBack(tx, run, refusal);
  });
}

async function recordRollBack(tx: ConsoleTx, run: ActiveRun, refusal: string | null): Promise<void> {
  const target = { type: 'tenant', id: run.tenantId, label: run.input.tenant.organisation.name };
  const changes = { slug: { before: null, after: run.slug }, reason: { before: null, after: refusal } };
  await recordPlatformEvent(tx, await requesterContext(tx, run), 'tenant.provisioning_rolled_back', target, changes);
}
