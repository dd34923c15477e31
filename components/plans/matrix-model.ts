import { unitOf, valueText } from '@/lib/core/flags/rules';
import { UNLIMITED, type FlagValue } from '@/lib/core/plans/rules';
import type { ChangePlan, PlanFlag, PlanMatrix, PlanRow } from '@/lib/core/plans/schema';

/** What a cell holds while it is edited: the text as typed, or on and off. */
export type Cell = string | boolean;
export type Cells = Readonly<Record<string, Cell>>;

/** One line of the matrix: a fact of the plan itself, or a flag. */
export type MatrixRow =
  | { id: FactId; group: 'plan' | 'price' | 'rates'; kind: 'text' | 'money' | 'count' }
  | { id: `flag ${string}`; group: string; kind: 'flag'; flag: PlanFlag };

type FactId = 'name' | 'priceMonthlyMinor' | 'requestsPerMinute' | 'burst' | 'concurrency';

/** The lines in order, those of one group together. */
export function matrixRows(flags: readonly PlanFlag[]): MatrixRow[] {
  return [
    { id: 'name', group: 'plan', kind: 'text' },
    { id: 'priceMonthlyMinor', group: 'price', kind: 'money' },
    { id: 'requestsPerMinute', group: 'rates', kind: 'count' },
    { id: 'burst', group: 'rates', kind: 'count' },
    { id: 'concurrency', group: 'rates', kind: 'count' },
    ...flags
      .toSorted((a, b) => rankOf(a.category) - rankOf(b.category))
      .map((flag): MatrixRow => ({ id: `flag ${flag.key}`, group: flag.category, kind: 'flag', flag })),
  ];
}

const GROUPS = ['limits', 'people', 'site', 'branding', 'records', 'support'];

function rankOf(category: string): number {
  const rank = GROUPS.indexOf(category);
  return rank < 0 ? GROUPS.length : rank;
}

/** A plan as texts to edit. Empty means "no limit" for a quota, and "as the default says" for any other number or text. */
export function cellOf(row: MatrixRow, plan: PlanRow, locale: string): Cell {
  if (row.kind === 'flag') return flagCell(row.flag, plan.values[row.flag.key], locale);
  if (row.id === 'name') return plan.name;
  const factor = row.kind === 'money' ? minorUnits(plan.currency) : 1;
  return formatNumber(plan[row.id] / factor, locale);
}

function flagCell(flag: PlanFlag, value: FlagValue | undefined, locale: string): Cell {
  if (flag.type === 'boolean') return (value ?? flag.defaultValue) === true;
  if (flag.kind === 'quota') {
    const limit = value ?? flag.defaultValue;
    return limit === UNLIMITED ? '' : formatNumber(Number(limit) / unitOf(flag).factor, locale);
  }
  if (value === undefined) return '';
  return typeof value === 'number' ? formatNumber(value, locale) : String(value);
}

/** What an empty cell means, as its placeholder. */
export function emptyText(row: MatrixRow, unlimited: string, locale: string): string {
  if (row.kind !== 'flag') return '';
  const { flag } = row;
  return flag.kind === 'quota' ? unlimited : valueText(flag, flag.defaultValue, { on: '', off: '', unlimited }, locale);
}

export interface Edit {
  /** The version that the editing began from. */
  version: number;
  cells: Cells;
}

/** An edited plan as the server takes it, or the ids of the lines whose text is no number. */
export function toChange(
  matrix: PlanMatrix,
  plan: PlanRow,
  edit: Edit,
  locale: string,
): ChangePlan | { faulty: string[] } {
  const { id, name, description, priceMonthlyMinor, requestsPerMinute, burst, concurrency } = plan;
  const facts = { id, name, description, priceMonthlyMinor, requestsPerMinute, burst, concurrency };
  const change: ChangePlan = { ...facts, version: edit.version, values: { ...plan.values } };
  const edited = matrixRows(matrix.flags).filter((row) => edit.cells[row.id] !== undefined);
  const faulty = edited.filter((row) => !applyCell(change, plan, row, edit.cells[row.id] ?? '', locale));
  return faulty.length > 0 ? { faulty: faulty.map((row) => row.id) } : change;
}

/** Writes one cell into the change; false when it can't be read. */
function applyCell(change: ChangePlan, plan: PlanRow, row: MatrixRow, cell: Cell, locale: string): boolean {
  if (row.kind === 'flag') {
    const { [row.flag.key]: _before, ...others } = change.values;
    const value = flagValueOf(row.flag, cell, locale);
    if (value === null) return false;
    change.values = value === undefined ? others : { ...others, [row.flag.key]: value };
    return true;
  }
  const text = String(cell).trim();
  if (row.id === 'name') {
    change.name = text;
    return text !== '';
  }
  const number = parseNumber(text, locale);
  const least = row.id === 'requestsPerMinute' || row.id === 'concurrency' ? 1 : 0;
  if (number === null || number < least || (row.kind === 'count' && !Number.isInteger(number))) return false;
  change[row.id] = Math.round(number * (row.kind === 'money' ? minorUnits(plan.currency) : 1));
  return true;
}

/** Undefined: back to the default; null: not a number. */
function flagValueOf(flag: PlanFlag, cell: Cell, locale: string): FlagValue | null | undefined {
  if (typeof cell === 'boolean') return cell;
  const text = cell.trim();
  if (text === '') return flag.kind === 'quota' ? UNLIMITED : undefined;
  if (flag.type === 'string') return text;
  const number = parseNumber(text, locale);
  if (number === null || (flag.kind === 'quota' && number < 0)) return null;
  const { factor } = unitOf(flag);
  if (flag.kind !== 'quota') return number;
  return factor === 1 && !Number.isInteger(number) ? null : Math.round(number * factor);
}

export function formatNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value);
}

/** Reads a number as the locale writes it, with or without its group marks. Null for anything else. */
export function parseNumber(text: string, locale: string): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6);
  const mark = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const plain = text
    .replaceAll(mark('group'), '')
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(mark('decimal'), '.')
    .replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** How many of the smallest unit make one: 100 for dollars, 1 for yen. */
export function minorUnits(currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return 10 ** maximumFractionDigits;
}
