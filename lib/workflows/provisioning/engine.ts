import 'server-only';
import { isDatabaseUnavailable, isUniqueViolation } from '@/lib/platform/database-errors';
import { logger } from '@/lib/platform/logger';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { ProvisioningRefused } from './refusal';
import { rollBack } from './roll-back';
import { withRunLock, type LockIsHeld } from './run-lock';
import { loadRun, toActiveRun, withoutLogo, type ActiveRun, type StoredRun } from './run-record';
import type { Refusal, StepName } from './schema';
import type { RunOptions } from './step';
import { steps } from './steps';

/**
 * Carries a run on from the first step that is not done, to the end or back to nothing. May be called any number of times, by any
 * process, after any crash. Throws what may pass by itself (the queue tries again), also when
 * another process is at it; what will not pass is undone.
 */
export async function runProvisioning(runId: string, options: RunOptions = {}): Promise<void> {
  await withRunLock(runId, async (isHeld) => {
    const stored = await loadRun(runId);
    if (!stored || stored.status === 'completed' || stored.status === 'rolled_back') return;
    const run = toActiveRun(stored);
    if (stored.status === 'rolling_back') return rollBack(run, options);
    try {
      await carryOn(stored, run, options, isHeld);
    } catch (error) {
      await giveUpOrRetry(run, error, options);
    }
  });
}

async function carryOn(stored: StoredRun, run: ActiveRun, options: RunOptions, isHeld: LockIsHeld): Promise<void> {
  const open = stored.steps.filter(({ status }) => status !== 'done');
  const [first] = open;
  if (first) await start(run, first.position);
  for (const { position, name } of open) {
    if (!isHeld()) throw new Error('the lock on this run was lost');
    await perform(run, position, name as StepName, position === stored.steps.length - 1, options);
  }
}

async function start(run: ActiveRun, position: number): Promise<void> {
  await consoleDb().$transaction(async (tx) => {
    await tx.provisioningRun.updateMany({
      where: { id: run.id, status: 'queued' },
      data: { status: 'running', startedAt: new Date() },
    });
    await markRunning(tx, run, position);
  });
}

async function perform(
  run: ActiveRun,
  position: number,
  name: StepName,
  isLast: boolean,
  { onCheckpoint }: RunOptions,
): Promise<void> {
  const step = steps[name];
  const startedAt = performance.now();
  await onCheckpoint?.(`before:${name}`);
  if (step.role === 'tenant') await step.run(run);
  await consoleDb().$transaction(async (tx) => {
    await requireRunning(tx, run);
    if (step.role === 'console') await step.run(tx, run);
    await onCheckpoint?.(`effect:${name}`);
    await markDone(tx, run, position, performance.now() - startedAt);
    if (isLast) await complete(tx, run);
    else await markRunning(tx, run, position + 1);
  });
  await onCheckpoint?.(`after:${name}`);
}

/** Whoever lost the lock without noticing finds the run undone or finished, and stops. */
async function requireRunning(tx: ConsoleTx, run: ActiveRun): Promise<void> {
  const rows = await tx.$queryRaw<
    { status: string }[]
  >`SELECT status FROM "public".provisioning_runs WHERE id = ${run.id}::uuid FOR UPDATE`;
  if (rows[0]?.status !== 'running') throw new Error(`this run is ${rows[0]?.status ?? 'gone'}, not running`);
}

async function markRunning(tx: ConsoleTx, run: ActiveRun, position: number): Promise<void> {
  await tx.provisioningStep.update({
    where: { runId_position: { runId: run.id, position } },
    data: { status: 'running', startedAt: new Date(), attempts: { increment: 1 }, error: null },
  });
}

async function markDone(tx: ConsoleTx, run: ActiveRun, position: number, ms: number): Promise<void> {
  await tx.provisioningStep.update({
    where: { runId_position: { runId: run.id, position } },
    data: { status: 'done', finishedAt: new Date(), durationMs: Math.round(ms), error: null },
  });
}

/** The logo has become an asset: the run no longer carries it. */
async function complete(tx: ConsoleTx, run: ActiveRun): Promise<void> {
  await tx.provisioningRun.update({
    where: { id: run.id },
    data: { status: 'completed', finishedAt: new Date(), input: withoutLogo(run.input) },
  });
}

async function giveUpOrRetry(run: ActiveRun, error: unknown, options: RunOptions): Promise<void> {
  const refusal = refusalOf(error, options.lastAttempt ?? false);
  if (!refusal) {
    await noteFailure(run, error).catch(() => undefined);
    throw error;
  }
  logger.warn({ err: error, runId: run.id, tenantId: run.tenantId, slug: run.slug, refusal }, 'provisioning is undone');
  await rollBack(run, options, { refusal, error });
}

/** Null for what may pass by itself. */
function refusalOf(error: unknown, lastAttempt: boolean): Refusal | null {
  if (error instanceof ProvisioningRefused) return error.refusal;
  if (isDatabaseUnavailable(error)) return null;
  // Hosts and slugs are the only names that another tenant can hold.
  if (isUniqueViolation(error)) return 'slug_taken';
  return lastAttempt ? 'internal' : null;
}

async function noteFailure(run: ActiveRun, error: unknown): Promise<void> {
  await consoleDb().provisioningStep.updateMany({
    where: { runId: run.id, status: 'running' },
    data: { error: describe(error) },
  });
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 2_000);
}
