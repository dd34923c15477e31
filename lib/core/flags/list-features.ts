import 'server-only';
import { requirePermission, type TenantContext } from '@/lib/core/access/context';
import { inReadersWords } from '@/lib/core/plans/flag-words';
import { isFlagValue } from '@/lib/core/plans/rules';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { readQuotaUsage } from './read-usage';
import { isSwitchable, resolveFlag, type FlagRule } from './rules';
import type { TenantFeature, TenantFeatures } from './schema';

/** Everything the tenant has and has not, with where each value comes from. Straight from the database. @throws AppError forbidden */
export async function listFeatures(ctx: TenantContext): Promise<TenantFeatures> {
  requirePermission(ctx, 'features.view');
  const db = tenantDb(ctx);
  const [flags, tenant, overrides, used] = await Promise.all([
    db.flag.findMany({ orderBy: [{ category: 'asc' }, { name: 'asc' }] }),
    db.tenant.findFirst({ select: { plan: { select: { name: true, values: true } } } }),
    db.flagOverride.findMany(),
    readQuotaUsage(ctx),
  ]);
  const planValues = new Map((tenant?.plan.values ?? []).map(({ flagId, value }) => [flagId, value]));
  const features = flags.map(({ id, key, name, description, category, meter, ...flag }): TenantFeature => {
    const own = overrides.filter(({ flagKey }) => flagKey === key);
    const byConsole = own.find(({ setBy }) => setBy === 'console');
    const byTenant = own.find(({ setBy }) => setBy === 'tenant');
    // A CHECK in the database holds type and kind.
    const rule = flag as unknown as FlagRule;
    const { value, source } = resolveFlag(rule, planValues.get(id), {
      console: byConsole?.value,
      tenant: byTenant?.value,
    });
    return {
      ...inReadersWords({ key, name, description }),
      ...{ category, meter, value, source, type: rule.type, kind: rule.kind },
      reason: byConsole && isFlagValue(rule, byConsole.value) ? byConsole.reason : null,
      switchable: isSwitchable(rule, planValues.get(id), byConsole?.value),
      used: rule.kind === 'quota' ? (used.get(meter ?? '') ?? null) : null,
    };
  });
  return { planName: tenant?.plan.name ?? '', features };
}
