import type { ConsoleTx } from '@/lib/tenancy/console-client';
import type { ActiveRun } from './run-record';
import type { StepName } from './schema';

/**
 * One step of a run. `console`: effect and "done" stand in one transaction, so the step happened or it did not. `tenant`: the rows
 * belong to another database role, so the effect comes first and must be harmless to repeat. `compensate` undoes whatever part of
 * the effect is there; it too may be repeated.
 */
export type Step = ConsoleStep | TenantStep;

interface ConsoleStep {
  readonly name: StepName;
  readonly role: 'console';
  run(tx: ConsoleTx, run: ActiveRun): Promise<void>;
  compensate(tx: ConsoleTx, run: ActiveRun): Promise<void>;
}

interface TenantStep {
  readonly name: StepName;
  readonly role: 'tenant';
  run(run: ActiveRun): Promise<void>;
  compensate(run: ActiveRun): Promise<void>;
}

export interface RunOptions {
  /** No further attempt will follow: what can't be finished now is undone now. */
  lastAttempt?: boolean;
  /** Told of every point at which a crash could leave something half done. For tests: it may throw, or kill the process. */
  onCheckpoint?: (checkpoint: Checkpoint) => void | Promise<void>;
}

/** `before` a step, after its `effect` but before that is recorded, and `after` both. */
export type Checkpoint = `${'before' | 'effect' | 'after'}:${StepName}` | `undo:${StepName}`;

export async function nothing(): Promise<void> {
  // For steps that leave nothing behind.
}
