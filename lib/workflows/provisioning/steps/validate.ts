import 'server-only';
import { isFlagValue, type FlagKind, type FlagType } from '@/lib/core/plans/rules';
import type { ConsoleTx } from '@/lib/tenancy/console-client';
import { ProvisioningRefused } from '../refusal';
import { newTenantSchema, type NewTenant } from '../schema';
import { nothing, type Step } from '../step';

/** What was true when the run was accepted may have changed while it waited. */
export const validate: Step = {
  name: 'validate',
  role: 'console',
  async run(tx, { input }) {
    const parsed = newTenantSchema.safeParse(input.tenant);
    if (!parsed.success) throw new ProvisioningRefused('input_invalid');
    await requirePlan(tx, parsed.data);
    await requireFlags(tx, parsed.data);
  },
  compensate: nothing,
};

async function requirePlan(tx: ConsoleTx, { plan }: NewTenant): Promise<void> {
  const found = await tx.plan.findUnique({ where: { key: plan.planKey }, select: { id: true } });
  if (!found) throw new ProvisioningRefused('plan_missing');
}

async function requireFlags(tx: ConsoleTx, { features }: NewTenant): Promise<void> {
  const keys = Object.keys(features.overrides);
  if (keys.length === 0) return;
  const flags = await tx.flag.findMany({ where: { key: { in: keys } } });
  const known = new Map(flags.map(({ key, type, kind }) => [key, { type: type as FlagType, kind: kind as FlagKind }]));
  for (const [key, value] of Object.entries(features.overrides)) {
    const flag = known.get(key);
    if (!flag || !isFlagValue(flag, value)) throw new ProvisioningRefused('flag_invalid');
  }
}
