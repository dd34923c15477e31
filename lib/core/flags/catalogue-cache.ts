import 'server-only';
import { onChange } from '@/lib/platform/change-bus';
import type { TenantScope } from '@/lib/tenancy/context';
import { tenantDb } from '@/lib/tenancy/tenant-client';
import { shippedDefinitions, type FlagDefinition } from './definitions';

/** Flags and the values that plans give them: the same for every tenant, so one copy per process. */
export interface Catalogue {
  readonly flags: readonly FlagDefinition[];
  /** Plan id → flag key → value as stored. */
  readonly planValues: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

/** @param scope any tenant's: reference tables read the same for all of them */
export function flagCatalogue(scope: TenantScope): Promise<Catalogue> {
  if (held && performance.now() - held.at < ttlMs) return held.value;
  const entry = { at: performance.now(), value: loadCatalogue(scope) };
  held = entry;
  entry.value.catch(() => held === entry && dropFlagCatalogue());
  return entry.value;
}

export function dropFlagCatalogue(): void {
  held = undefined;
}

const ttlMs = 5_000;
let held: { at: number; value: Promise<Catalogue> } | undefined;

onChange((change) => {
  if (change.kind === 'plans' || (change.kind === 'flags' && !change.tenantId)) dropFlagCatalogue();
});

async function loadCatalogue(scope: TenantScope): Promise<Catalogue> {
  const db = tenantDb(scope);
  const [flags, values] = await Promise.all([db.flag.findMany(), db.planValue.findMany()]);
  const stored = new Map(flags.map((row): [string, FlagDefinition] => [row.key, toDefinition(row)]));
  const keyOf = new Map(flags.map(({ id, key }) => [id, key]));
  const planValues = new Map<string, Map<string, unknown>>();
  for (const { planId, flagId, value } of values) {
    const key = keyOf.get(flagId);
    if (key === undefined) continue;
    const ofPlan = planValues.get(planId) ?? new Map<string, unknown>();
    planValues.set(planId, ofPlan.set(key, value));
  }
  const unknownYet = shippedDefinitions.filter(({ key }) => !stored.has(key));
  return { flags: [...stored.values(), ...unknownYet], planValues };
}

type FlagRow = Omit<FlagDefinition, 'type' | 'kind' | 'defaultValue'> & {
  type: string;
  kind: string;
  defaultValue: unknown;
};

/** Type and kind are held by a CHECK in the database, the default's type by the use cases that write it and by the rules. */
function toDefinition(row: FlagRow): FlagDefinition {
  const { key, tenantEditable, meter } = row;
  return {
    key,
    tenantEditable,
    meter,
    type: row.type,
    kind: row.kind,
    defaultValue: row.defaultValue,
  } as FlagDefinition;
}
