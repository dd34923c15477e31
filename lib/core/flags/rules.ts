import { isFlagValue, UNLIMITED, type FlagKind, type FlagType, type FlagValue } from '@/lib/core/plans/rules';

/** Where a value comes from: the console's override for this tenant, the tenant's own switch, its plan, or the flag's default. */
export type FlagSource = 'override' | 'tenant' | 'plan' | 'default';

export interface FlagRule {
  readonly type: FlagType;
  readonly kind: FlagKind;
  readonly defaultValue: unknown;
  readonly tenantEditable: boolean;
}

/** Values as stored; `undefined` where nothing is set. */
export interface FlagOverrides {
  readonly console?: unknown;
  readonly tenant?: unknown;
}

/** One link of the chain, in the order of their say: what it says and whether that counted. */
export interface FlagStep {
  readonly source: FlagSource;
  readonly value: FlagValue | null;
  /** `ignored`: it is of the wrong type, or the tenant may not switch this flag or has nothing to switch. */
  readonly outcome: 'used' | 'overruled' | 'unset' | 'ignored';
}

export interface ResolvedFlag {
  readonly value: FlagValue;
  readonly source: FlagSource;
  readonly trace: readonly FlagStep[];
}

/**
 * The value of a flag for a tenant: override → plan → default gives what is granted; a tenant's own switch may then turn a granted
 * boolean off, never on. A stored value of the wrong type counts as not set, so that a bad row cannot grant or break anything.
 */
export function resolveFlag(flag: FlagRule, planValue: unknown, overrides: FlagOverrides = {}): ResolvedFlag {
  const candidates = [
    { source: 'override', stored: overrides.console },
    { source: 'plan', stored: planValue },
    { source: 'default', stored: flag.defaultValue ?? neutralValue(flag.type) },
  ] as const;
  const granted = candidates.find(({ stored }) => isFlagValue(flag, stored));
  const value = granted && isFlagValue(flag, granted.stored) ? granted.stored : neutralValue(flag.type);
  const grantedBy = granted?.source ?? 'default';
  const off = isSwitchedOff(flag, value, overrides.tenant);
  const source = off ? 'tenant' : grantedBy;
  const chain = [{ source: 'tenant', stored: overrides.tenant } as const, ...candidates];
  return { value: off ? false : value, source, trace: chain.map((link) => toStep(flag, link, source)) };
}

/** Whether the tenant's admin has a switch for it: a boolean that is editable and granted by the console or the plan. */
export function isSwitchable(flag: FlagRule, planValue: unknown, consoleOverride: unknown): boolean {
  return (
    flag.tenantEditable &&
    flag.type === 'boolean' &&
    resolveFlag(flag, planValue, { console: consoleOverride }).value === true
  );
}

/** A quota's value as a limit: null stands for none. Anything that is no number limits to nothing. */
export function limitOf(value: FlagValue): number | null {
  if (typeof value !== 'number') return 0;
  return value === UNLIMITED ? null : value;
}

/** Whether `requested` more fit. A limit below what is in use (after a downgrade) lets nothing in and throws nobody out. */
export function fitsQuota(limit: number | null, used: number, requested: number): boolean {
  return limit === null || requested <= 0 || used + requested <= limit;
}

function isSwitchedOff(flag: FlagRule, granted: FlagValue, tenantSwitch: unknown): boolean {
  return flag.type === 'boolean' && flag.tenantEditable && granted === true && tenantSwitch === false;
}

function toStep(flag: FlagRule, link: { source: FlagSource; stored: unknown }, used: FlagSource): FlagStep {
  const { source, stored } = link;
  if (stored === undefined || stored === null) return { source, value: null, outcome: 'unset' };
  if (!isFlagValue(flag, stored)) return { source, value: null, outcome: 'ignored' };
  if (source === used) return { source, value: stored, outcome: 'used' };
  return { source, value: stored, outcome: source === 'tenant' ? 'ignored' : 'overruled' };
}

/** What is left when even the default is unusable: nothing is granted. */
function neutralValue(type: FlagType): FlagValue {
  if (type === 'boolean') return false;
  return type === 'number' ? 0 : '';
}

/** Words that values are written with. */
export interface ValueWords {
  on: string;
  off: string;
  unlimited: string;
}

/** A flag's value for people, with its unit where the meter has one: "On", "25", "No limit", "10 GB", "E-mail". */
export function valueText(
  flag: { kind: FlagKind; meter: string | null },
  value: FlagValue,
  words: ValueWords,
  locale: string,
): string {
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'string') return value;
  if (flag.kind === 'quota' && value === UNLIMITED) return words.unlimited;
  const { factor, unit } = unitOf(flag.meter);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value / factor);
  return unit === '' ? number : `${number} ${unit}`;
}

/** Bytes are read and typed in gigabytes (10⁹, as disks are sold). */
export function unitOf(meter: string | null): { factor: number; unit: string } {
  return meter?.endsWith('_bytes') ? { factor: 1_000_000_000, unit: 'GB' } : { factor: 1, unit: '' };
}
