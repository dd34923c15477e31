import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { changesBetween } from '@/lib/core/audit/changes';
import { recordPlatformEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError, notFound } from '@/lib/platform/errors';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { isFlagValue, type FlagKind, type FlagType } from './rules';
import type { ChangePlan } from './schema';

/**
 * Saves edited plans, all or none. Each that differs gets the next version and one audit event with what changed; tenants on it have
 * the new values within a second.
 * @throws AppError forbidden, not_found, conflict (somebody saved in between), validation_failed
 */
export async function changePlans(ctx: ConsoleContext, plans: readonly ChangePlan[]): Promise<{ changed: number }> {
  requireConsolePermission(ctx, 'plans.manage');
  return consoleDb().$transaction(async (tx) => {
    const flags = await tx.flag.findMany({ select: { id: true, key: true, type: true, kind: true } });
    let changed = 0;
    // In one order, so that two savers can't wait for each other.
    for (const plan of plans.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      if (await changePlan(tx, ctx, flags as Flag[], plan)) changed++;
    if (changed > 0) await publishChange(tx, { kind: 'plans' });
    return { changed };
  });
}

interface Flag {
  id: string;
  key: string;
  type: FlagType;
  kind: FlagKind;
}

async function changePlan(
  tx: ConsoleTx,
  ctx: ConsoleContext,
  flags: readonly Flag[],
  wanted: ChangePlan,
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM "public".plans WHERE id = ${wanted.id}::uuid FOR UPDATE`;
  const stored = await tx.plan.findUnique({
    where: { id: wanted.id },
    include: { values: { include: { flag: { select: { key: true } } } } },
  });
  if (!stored) throw notFound();
  if (stored.version !== wanted.version) throw new AppError('conflict', 'Somebody else saved this plan in between.');
  requireValues(flags, wanted);
  const changes = changesBetween(
    { ...factsOf(stored), ...Object.fromEntries(stored.values.map(({ flag, value }) => [flag.key, value])) },
    { ...factsOf(wanted), ...wanted.values },
  );
  if (Object.keys(changes).length === 0) return false;
  await tx.plan.update({ where: { id: stored.id }, data: { ...factsOf(wanted), version: { increment: 1 } } });
  await tx.planValue.deleteMany({ where: { planId: stored.id } });
  await tx.planValue.createMany({
    data: flags.flatMap(({ id, key }) => {
      const value = wanted.values[key];
      return value === undefined ? [] : [{ planId: stored.id, flagId: id, value }];
    }),
  });
  const version = { version: { before: stored.version, after: stored.version + 1 } };
  await recordPlatformEvent(
    tx,
    ctx,
    'plan.changed',
    { type: 'plan', id: stored.id, label: stored.name },
    { ...changes, ...version },
  );
  return true;
}

function requireValues(flags: readonly Flag[], { id, values }: ChangePlan): void {
  for (const [key, value] of Object.entries(values)) {
    const flag = flags.find((candidate) => candidate.key === key);
    if (flag && isFlagValue(flag, value)) continue;
    throw new AppError('validation_failed', 'A value does not fit its flag.', {
      fields: { [`${id}.values.${key}`]: 'flag_value' },
    });
  }
}

type Facts = Pick<
  ChangePlan,
  'name' | 'description' | 'priceMonthlyMinor' | 'requestsPerMinute' | 'burst' | 'concurrency'
>;

function factsOf({ name, description, priceMonthlyMinor, requestsPerMinute, burst, concurrency }: Facts): Facts {
  return { name, description, priceMonthlyMinor, requestsPerMinute, burst, concurrency };
}
