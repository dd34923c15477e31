/** What a flag's value may be. Client-safe. */
export type FlagType = 'boolean' | 'number' | 'string';
export type FlagKind = 'feature' | 'quota';
export type FlagValue = boolean | number | string;

/** How a quota says "no limit", in plan values, overrides and defaults. JSON has no infinity, and null means "not set". */
export const UNLIMITED = -1;

export const maxStringLength = 500;

/** Whether a value may be stored for a flag. Quotas are whole numbers from 0, or −1 for no limit. */
export function isFlagValue(flag: { type: FlagType; kind: FlagKind }, value: unknown): value is FlagValue {
  if (typeof value !== flag.type) return false;
  if (typeof value === 'string') return value.length <= maxStringLength;
  if (typeof value !== 'number') return true;
  if (flag.kind === 'quota') return Number.isSafeInteger(value) && value >= UNLIMITED;
  return Number.isFinite(value);
}
