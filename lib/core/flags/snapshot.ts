import 'server-only';
import { notFound } from '@/lib/platform/errors';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantCache } from '@/lib/tenancy/tenant-cache';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import type { FlagValue } from '@/lib/core/plans/rules';
import { flagCatalogue } from './catalogue-cache';
import type { FeatureKey, QuotaKey } from './definitions';
import { limitOf, resolveFlag, type FlagOverrides, type ResolvedFlag } from './rules';

/** Every flag of one tenant, decided. Reading it touches neither a database nor a promise. */
export type FlagSnapshot = ReadonlyMap<string, ResolvedFlag>;

/** From memory; at most 5 s behind the database, and told of changes at once (kinds flags, plans, tenant). */
export function flagSnapshot(scope: TenantScope): Promise<FlagSnapshot> {
  return snapshots.get(scope);
}

/** After a change of this process's own, so that the very next page already knows. */
export function dropFlagSnapshot(tenantId: string): void {
  snapshots.drop(tenantId);
}

/** Undefined for a flag that does not exist. */
export async function flagValue(scope: TenantScope, key: string): Promise<FlagValue | undefined> {
  return (await flagSnapshot(scope)).get(key)?.value;
}

export async function isEnabled(scope: TenantScope, key: FeatureKey): Promise<boolean> {
  return enabledIn(await flagSnapshot(scope), key);
}

export function enabledIn(snapshot: FlagSnapshot, key: FeatureKey): boolean {
  return snapshot.get(key)?.value === true;
}

/** The one guard: to a tenant without it, a feature does not exist. @throws AppError not_found */
export async function requireFeature(scope: TenantScope, key: FeatureKey): Promise<void> {
  if (!(await isEnabled(scope, key))) throw notFound();
}

/** The tenant's limit; null means no limit (stored as −1). A quota nobody defined limits to 0. */
export async function quotaLimit(scope: TenantScope, key: QuotaKey): Promise<number | null> {
  return limitOf((await flagValue(scope, key)) ?? 0);
}

const snapshots = tenantCache<FlagSnapshot>({
  max: 10_000,
  ttlMs: 5_000,
  changes: ['flags', 'plans', 'tenant'],
  load: loadFlagSnapshot,
});

/** Straight from the database. */
export async function loadFlagSnapshot(scope: TenantScope): Promise<FlagSnapshot> {
  const db = tenantDb(scope);
  const [catalogue, tenant, rows] = await Promise.all([
    flagCatalogue(scope),
    db.tenant.findFirst({ select: { planId: true } }),
    db.flagOverride.findMany({ select: { flagKey: true, setBy: true, value: true } }),
  ]);
  const planValues = tenant ? catalogue.planValues.get(tenant.planId) : undefined;
  const overrides = overridesByFlag(rows);
  return new Map(
    catalogue.flags.map((flag) => [flag.key, resolveFlag(flag, planValues?.get(flag.key), overrides.get(flag.key))]),
  );
}

/** Rows of flag_overrides, by flag. */
export function overridesByFlag(
  rows: readonly { flagKey: string; setBy: string; value: unknown }[],
): ReadonlyMap<string, FlagOverrides> {
  const byFlag = new Map<string, FlagOverrides>();
  for (const { flagKey, setBy, value } of rows) {
    byFlag.set(flagKey, { ...byFlag.get(flagKey), [setBy === 'console' ? 'console' : 'tenant']: value });
  }
  return byFlag;
}
