import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { notFound } from '@/lib/platform/errors';
import type { CanaryQuery, CanaryRunDetail, CanaryView, LatestRun } from './schema';
import { isSignedByUs } from './signing-key';
import { findHistory, findRun } from './store';

const historyLength = 30;

/** The last runs, and one of them in full. @throws AppError forbidden, not_found */
export async function readRuns(ctx: ConsoleContext, { run: wanted }: CanaryQuery): Promise<CanaryView> {
  requireConsolePermission(ctx, 'health.view');
  const history = await findHistory(historyLength);
  const id = wanted ?? history[0]?.id;
  return { shown: id === undefined ? null : await readRun(id), history };
}

/** The newest run without its details. @throws AppError forbidden */
export async function readLatestRun(ctx: ConsoleContext): Promise<LatestRun> {
  requireConsolePermission(ctx, 'health.view');
  return { latest: (await findHistory(1))[0] ?? null };
}

async function readRun(id: string): Promise<CanaryRunDetail> {
  const run = await findRun(id);
  if (!run) throw notFound();
  const { signed, ...rest } = run;
  return { ...rest, signature: signed.signature, keyId: signed.keyId, signatureValid: isSignedByUs(signed) };
}
