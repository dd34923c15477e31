import { limitOf, resolveFlag, type FlagOverrides, type FlagRule } from '@/lib/core/flags/rules';
import type { PlanImpact } from './schema';

export interface ImpactInput {
  flags: readonly (FlagRule & { key: string; name: string; meter: string | null })[];
  now: ReadonlyMap<string, unknown>;
  then: ReadonlyMap<string, unknown>;
  overrides: ReadonlyMap<string, FlagOverrides>;
  /** Meter → in use; a meter that is missing here is not measured. */
  usage: ReadonlyMap<string, number>;
}

/**
 * What a tenant would notice of another plan. Overrides stay in force, so a flag that has one changes nothing. A limit below what
 * is in use throws nobody out; it only lets nothing more in, and that is said beforehand.
 */
export function planImpact({ flags, now, then, overrides, usage }: ImpactInput): PlanImpact {
  const changed = flags.flatMap((flag) => {
    const [before, after] = [now, then].map(
      (values) => resolveFlag(flag, values.get(flag.key), overrides.get(flag.key)).value,
    );
    if (before === undefined || after === undefined || before === after) return [];
    return [{ flag, before, after }];
  });
  const breaks = changed.flatMap(({ flag, after }) => {
    const [limit, used] = [limitOf(after), flag.meter === null ? undefined : usage.get(flag.meter)];
    if (flag.kind !== 'quota' || limit === null || used === undefined || used <= limit) return [];
    return [{ ...factsOf(flag), used, limit }];
  });
  return { changes: changed.map(({ flag, before, after }) => ({ ...factsOf(flag), before, after })), breaks };
}

function factsOf({ key, name, kind, meter }: ImpactInput['flags'][number]) {
  return { key, name, kind, meter };
}
