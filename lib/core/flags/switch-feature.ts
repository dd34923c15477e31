import 'server-only';
import { requirePermission, type MemberContext } from '@/lib/core/access/context';
import { recordEvent } from '@/lib/core/audit/record-event';
import { publishChange } from '@/lib/platform/change-bus';
import { AppError, notFound } from '@/lib/platform/errors';
import { tenantDb, type TenantTx } from '@/lib/tenancy/tenant-client';
import { isSwitchable, type FlagRule } from './rules';
import type { SwitchFeature } from './schema';
import { dropFlagSnapshot } from './snapshot';

/**
 * The tenant's own switch: turns a feature that it has off, and back on. It never gives what plan and console do not.
 * @throws AppError forbidden, not_found, unprocessable
 */
export async function switchFeature(ctx: MemberContext, { key, on }: SwitchFeature): Promise<void> {
  requirePermission(ctx, 'features.manage');
  await tenantDb(ctx).$transaction(async (tx) => {
    // The row that says "off" may not exist yet, so the tenant's switches are locked by name.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${ctx.tenantId} switch`}, 0))::text`;
    const flagId = await requireSwitchable(tx, key);
    const where = { tenantId_flagKey_setBy: { tenantId: ctx.tenantId, flagKey: key, setBy: 'tenant' } };
    const isOff = (await tx.flagOverride.findUnique({ where })) !== null;
    if (isOff !== on) return;
    if (on) await tx.flagOverride.delete({ where });
    else
      await tx.flagOverride.create({
        data: {
          flagKey: key,
          value: false,
          reason: '',
          setBy: 'tenant',
          setById: ctx.actor.id,
          setByName: ctx.actor.name,
        },
      });
    const action = on ? 'flag.override_removed' : 'flag.override_set';
    await recordEvent(tx, ctx, action, { type: 'flag', id: flagId, label: key }, { [key]: { before: !on, after: on } });
    await publishChange(tx, { kind: 'flags', tenantId: ctx.tenantId });
  });
  dropFlagSnapshot(ctx.tenantId);
}

async function requireSwitchable(tx: TenantTx, key: string): Promise<string> {
  const flag = await tx.flag.findUnique({ where: { key } });
  if (!flag) throw notFound();
  const tenant = await tx.tenant.findFirst({ select: { planId: true } });
  const ofPlan = tenant ? await tx.planValue.findFirst({ where: { planId: tenant.planId, flagId: flag.id } }) : null;
  const override = await tx.flagOverride.findFirst({ where: { flagKey: key, setBy: 'console' } });
  // A CHECK in the database holds type and kind.
  if (isSwitchable(flag as unknown as FlagRule, ofPlan?.value, override?.value)) return flag.id;
  throw new AppError('unprocessable', 'This is not yours to switch.', { messageKey: 'notSwitchable' });
}
