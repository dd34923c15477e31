import 'server-only';
import { createHash } from 'node:crypto';
import type { ConsoleContext } from '@/lib/core/access/context';
import { isDatabaseUnavailable } from '@/lib/platform/database-errors';
import { uuidv7 } from '@/lib/platform/ids';
import { logger } from '@/lib/platform/logger';
import { consoleDb } from '@/lib/tenancy/console-client';
import { tableNames } from '@/lib/tenancy/tables';
import { raiseAlert } from './alert';
import { canonicalJson } from './canonical-json';
import { inspectDatabase } from './inspect-database';
import { operations, type CanaryDetails, type Evidence, type RunSummary, type SignedEvidence } from './schema';
import { signEvidence } from './signing-key';
import { insertRun } from './store';

export interface CanaryResult extends RunSummary {
  details: CanaryDetails;
  signed: SignedEvidence;
}

/**
 * Tries the wall between tenants, signs what came of it and keeps that. What got through, or differs from what is expected, alerts the
 * owners of the platform.
 * @throws where the database is away; anything else that keeps it from trying is a finding
 */
export async function runCanary(ctx: ConsoleContext, startedBy: string): Promise<CanaryResult> {
  const startedAt = new Date();
  const details = await inspectOrSay();
  const finishedAt = new Date();
  const signed = signEvidence(evidenceOf(uuidv7(), details, startedAt, finishedAt));
  const { runId: id, attempts, leaks, drift, tables } = signed.payload;
  const run: RunSummary = {
    id,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    startedBy,
    tables: Object.keys(tables).length,
    attempts,
    leaks,
    drift,
  };
  await consoleDb().$transaction(async (tx) => {
    await insertRun(tx, run, details, signed);
    if (leaks + drift > 0) await raiseAlert(tx, ctx, run, details);
  });
  if (leaks + drift > 0) logger.error({ runId: id, leaks: details.leaks, drift: details.drift }, 'isolation canary');
  return { ...run, details, signed };
}

/** A canary that can't sing is a finding as well: it is kept and alerted like one. */
async function inspectOrSay(): Promise<CanaryDetails> {
  try {
    return await inspectDatabase();
  } catch (error) {
    if (isDatabaseUnavailable(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { matrix: [], leaks: [], drift: [`The canary could not run: ${reason}.`], notes: [] };
  }
}

function evidenceOf(runId: string, details: CanaryDetails, startedAt: Date, finishedAt: Date): Evidence {
  const { matrix, leaks, drift } = details;
  const tallies = matrix.flatMap(({ tried }) => Object.entries(tried));
  const sum = (key: 'attempts' | 'leaks', of: typeof tallies): number =>
    of.reduce((total, [, tally]) => total + tally[key], 0);
  const byOperation = operations.map((operation) => {
    const own = tallies.filter(([name]) => name === operation);
    return [operation, { attempts: sum('attempts', own), leaks: sum('leaks', own) }] as const;
  });
  const named = new Set<string>(tableNames);
  return {
    kind: 'portico.isolation-evidence',
    version: 1,
    runId,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    tables: Object.fromEntries(
      matrix
        // `members (own schema)` is named by its table as well.
        .filter(({ table }) => named.has(table.split(' ')[0] ?? ''))
        .map(({ table, tried }) => [table, sum('attempts', Object.entries(tried))]),
    ),
    operations: Object.fromEntries(byOperation) as Evidence['operations'],
    attempts: sum('attempts', tallies),
    leaks: leaks.length,
    drift: drift.length,
    findingsSha256: createHash('sha256').update(canonicalJson({ leaks, drift })).digest('hex'),
  };
}
