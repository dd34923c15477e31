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

/** A flag's value for people, with its unit where it has one: "On", "25", "No limit", "10 GB", "90 days", "E-mail". */
export function valueText(
  flag: { key?: string; kind: FlagKind; meter: string | null },
  value: FlagValue,
  words: ValueWords,
  locale: string,
): string {
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'string') return value;
  if (flag.kind === 'quota' && value === UNLIMITED) return words.unlimited;
  const { unit } = unitOf(flag);
  if (unit === 'gigabyte') return bytesText(value, locale);
  const style = unit === 'day' ? ({ style: 'unit', unit, unitDisplay: 'long' } as const) : {};
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 2, ...style }).format(value);
}

/** What a flag's number counts where it is not pieces. Bytes are typed in gigabytes (10⁹, as disks are sold). */
export function unitOf(flag: { key?: string; meter: string | null }): {
  factor: number;
  unit: 'gigabyte' | 'day' | null;
} {
  if (flag.meter?.endsWith('_bytes')) return { factor: 1_000_000_000, unit: 'gigabyte' };
  return { factor: 1, unit: flag.key?.endsWith('_days') ? 'day' : null };
}

/** The unit alone, to stand beside a field. */
export function unitText(unit: 'gigabyte' | 'day', locale: string): string {
  const unitDisplay = unit === 'day' ? 'long' : 'short';
  const parts = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }).formatToParts(2);
  return parts.find((part) => part.type === 'unit')?.value ?? unit;
}

const BYTE_UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function bytesText(bytes: number, locale: string): string {
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
  const options = {
    style: 'unit',
    unit: BYTE_UNITS[power],
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  } as const;
  return new Intl.NumberFormat(locale, options).format(bytes / 1_000 ** (power + 1));
}
