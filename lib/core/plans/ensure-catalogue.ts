import 'server-only';
import { publishChange } from '@/lib/platform/change-bus';
import { consoleDb, type ConsoleTx } from '@/lib/tenancy/console-client';
import { shippedFlags, shippedPlans, type ShippedFlag, type ShippedPlan } from './catalogue';

/**
 * Puts the shipped flags and plans into the database where they are missing. Safe to call at every start and by several nodes at
 * once. What a super-admin edited stays as edited: a value is only written where its plan or its flag is new.
 */
export async function ensureCatalogue(): Promise<void> {
  await consoleDb().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('portico.catalogue', 0))::text`;
    const newFlags = await addMissingFlags(tx);
    const newPlans = await addMissingPlans(tx);
    if (newFlags.size + newPlans.size === 0) return;
    await addValues(tx, newFlags, newPlans);
    await publishChange(tx, { kind: 'flags' });
    await publishChange(tx, { kind: 'plans' });
  });
}

async function addMissingFlags(tx: ConsoleTx): Promise<ReadonlySet<string>> {
  const known = new Set((await tx.flag.findMany({ select: { key: true } })).map(({ key }) => key));
  const missing = Object.entries<ShippedFlag>(shippedFlags).filter(([key]) => !known.has(key));
  await tx.flag.createMany({
    data: missing.map(([key, { default: defaultValue, ...flag }]) => ({ key, defaultValue, ...flag })),
  });
  return new Set(missing.map(([key]) => key));
}

async function addMissingPlans(tx: ConsoleTx): Promise<ReadonlySet<string>> {
  const known = new Set((await tx.plan.findMany({ select: { key: true } })).map(({ key }) => key));
  const missing = Object.entries<ShippedPlan>(shippedPlans).filter(([key]) => !known.has(key));
  await tx.plan.createMany({ data: missing.map(([key, { values: _values, ...plan }]) => ({ key, ...plan })) });
  return new Set(missing.map(([key]) => key));
}

async function addValues(tx: ConsoleTx, newFlags: ReadonlySet<string>, newPlans: ReadonlySet<string>): Promise<void> {
  const flagIds = await idsByKey(tx.flag.findMany({ select: { id: true, key: true } }));
  const planIds = await idsByKey(tx.plan.findMany({ select: { id: true, key: true } }));
  const rows = Object.entries<ShippedPlan>(shippedPlans).flatMap(([planKey, plan]) =>
    Object.entries(plan.values)
      .filter(([flagKey]) => newPlans.has(planKey) || newFlags.has(flagKey))
      .flatMap(([flagKey, value]) => {
        const [planId, flagId] = [planIds.get(planKey), flagIds.get(flagKey)];
        return planId && flagId ? [{ planId, flagId, value }] : [];
      }),
  );
  await tx.planValue.createMany({ data: rows, skipDuplicates: true });
}

async function idsByKey(rows: Promise<{ id: string; key: string }[]>): Promise<ReadonlyMap<string, string>> {
  return new Map((await rows).map(({ id, key }) => [key, id]));
}
