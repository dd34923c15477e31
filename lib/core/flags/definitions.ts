import { shippedFlags, type ShippedFlag, type ShippedFlagKey } from '@/lib/core/plans/catalogue';
import type { FlagKind, FlagType, FlagValue } from '@/lib/core/plans/rules';

/** Flags that code asks for by name. Super-admins may add more; those are reached through `flagValue` by any string. */
export type FlagKey = ShippedFlagKey;

/** Flags that guard something: navigation, pages, actions, routes. */
export type FeatureKey = KeysWhere<{ kind: 'feature'; type: 'boolean' }>;

export type QuotaKey = KeysWhere<{ kind: 'quota' }>;

type KeysWhere<Facts> = { [Key in FlagKey]: (typeof shippedFlags)[Key] extends Facts ? Key : never }[FlagKey];

/** What the rules need to know of a flag, whether it ships or was added by a super-admin. */
export interface FlagDefinition {
  readonly key: string;
  readonly type: FlagType;
  readonly kind: FlagKind;
  readonly defaultValue: FlagValue;
  readonly tenantEditable: boolean;
  readonly meter: string | null;
}

/** The shipped definitions: the ground under the database's, so that a flag that code asks for always exists. */
export const shippedDefinitions: readonly FlagDefinition[] = Object.entries<ShippedFlag>(shippedFlags).map(
  ([key, flag]) => ({
    key,
    type: flag.type,
    kind: flag.kind,
    defaultValue: flag.default,
    tenantEditable: flag.tenantEditable ?? false,
    meter: flag.meter ?? null,
  }),
);
