import 'server-only';
import { requireConsolePermission, type ConsoleContext } from '@/lib/core/access/context';
import { recordConsoleEventInTenant } from '@/lib/core/audit/record-event';
import type { FlagRule } from '@/lib/core/flags/rules';
import { readQuotaUsage } from '@/lib/core/flags/read-usage';
import { overridesByFlag } from '@/lib/core/flags/snapshot';
import { publishChange } from '@/lib/platform/change-bus';
import { notFound } from '@/lib/platform/errors';
import { consoleDb } from '@/lib/tenancy/console-client';
import type { Placement, TenantScope } from '@/lib/tenancy/context';
import { lockTenant } from './lock-tenant';
import { planImpact } from './plan-impact';
import type { PlanImpact } from './schema';

/** What would change for the tenant, without changing it. @throws AppError forbidden, not_found */
export async function previewPlanChange(ctx: ConsoleContext, id: string, planKey: string): Promise<PlanImpact> {
  requireConsolePermission(ctx, 'tenants.view');
  const db = consoleDb();
  const [tenant, plan] = await Promise.all([
    db.tenant.findFirst({ where: { id, status: { not: 'erased' } }, select: { planId: true, placement: true } }),
    db.plan.findUnique({ where: { key: planKey }, select: { id: true } }),
  ]);
  if (!tenant || !plan) throw notFound();
  return impactOf({ tenantId: id, placement: tenant.placement as Placement }, tenant.planId, plan.id);
}

/**
 * Puts the tenant on another plan. Limits that are then exceeded let nothing more in and throw nobody out.
 * @throws AppError forbidden, not_found
 */
export async function changePlan(ctx: ConsoleContext, id: string, planKey: string): Promise<void> {
  requireConsolePermission(ctx, 'tenants.manage');
  await consoleDb().$transaction(async (tx) => {
    const tenant = await lockTenant(tx, id);
    const plans = await tx.plan.findMany({
      where: { OR: [{ key: planKey }, { id: tenant.planId }] },
      select: { id: true, key: true },
    });
    const [before, after] = [
      plans.find((plan) => plan.id === tenant.planId),
      plans.find((plan) => plan.key === planKey),
    ];
    if (!after) throw notFound();
    if (after.id === tenant.planId) return;
    await tx.tenant.update({ where: { id }, data: { planId: after.id }, select: { id: true } });
    const changes = { plan: { before: before?.key ?? null, after: after.key } };
    await recordConsoleEventInTenant(
      tx,
      ctx,
      id,
      'tenant.plan_changed',
      { type: 'tenant', id, label: tenant.name },
      changes,
    );
    await publishChange(tx, { kind: 'tenant', tenantId: id });
  });
}

async function impactOf(scope: TenantScope, nowId: string, thenId: string): Promise<PlanImpact> {
  const db = consoleDb();
  const [flags, values, overrides, usage] = await Promise.all([
    db.flag.findMany({ orderBy: [{ kind: 'asc' }, { category: 'asc' }, { name: 'asc' }] }),
    db.planValue.findMany({ where: { planId: { in: [nowId, thenId] } } }),
    db.flagOverride.findMany({
      where: { tenantId: scope.tenantId },
      select: { flagKey: true, setBy: true, value: true },
    }),
    readQuotaUsage(scope),
  ]);
  const keyOf = new Map(flags.map((flag) => [flag.id, flag.key]));
  const valuesOf = (planId: string): ReadonlyMap<string, unknown> =>
    new Map(
      values.filter((value) => value.planId === planId).map((value) => [keyOf.get(value.flagId) ?? '', value.value]),
    );
  const known = flags.map(({ key, name, meter, type, kind, defaultValue, tenantEditable }) => {
    // Type and kind are held by a CHECK in the database.
    return {
      key,
      name,
      meter,
      defaultValue,
      tenantEditable,
      type: type as FlagRule['type'],
      kind: kind as FlagRule['kind'],
    };
  });
  return planImpact({
    flags: known,
    now: valuesOf(nowId),
    then: valuesOf(thenId),
    overrides: overridesByFlag(overrides),
    usage,
  });
}
