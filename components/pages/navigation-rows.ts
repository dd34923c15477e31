import type { NavigationItem } from '@/lib/features/site/schema';

/** A navigation as a flat list: easier to move about than a tree of one level. */
export interface Row {
  /** For React, and for the focus to follow a row that moves. */
  key: string;
  nested: boolean;
  kind: 'page' | 'link';
  pageId: string;
  url: string;
  label: string;
}

export function toRows(items: readonly NavigationItem[], makeKey: () => string): Row[] {
  return items.flatMap(({ children, ...item }) => [
    toRow(item, false, makeKey()),
    ...children.map((child) => toRow(child, true, makeKey())),
  ]);
}

type Entry = { kind: 'page'; pageId: string; label: string } | { kind: 'link'; url: string; label: string };

function toRow(entry: Entry, nested: boolean, key: string): Row {
  const blank = { key, nested, pageId: '', url: '' };
  return { ...blank, ...entry };
}

/** The first row can't hang below anything, so it stands at the top whatever it was. */
export function toItems(rows: readonly Row[]): NavigationItem[] {
  const items: NavigationItem[] = [];
  for (const row of rows) {
    const entry: Entry =
      row.kind === 'page'
        ? { kind: 'page', pageId: row.pageId, label: row.label }
        : { kind: 'link', url: row.url, label: row.label };
    const last = items.at(-1);
    if (row.nested && last) last.children.push(entry);
    else items.push({ ...entry, children: [] });
  }
  return items;
}

export function moveRow(rows: readonly Row[], key: string, step: -1 | 1): Row[] {
  const at = rows.findIndex((row) => row.key === key);
  const row = rows[at];
  const other = rows[at + step];
  if (!row || !other) return [...rows];
  return rows.map((each, index) => (index === at ? other : index === at + step ? row : each));
}

/** Where a dragged row goes: before which of the others, and at which level. */
export interface DropPlace {
  /** Index among the rows that stay; their number for the end. */
  before: number;
  nested: boolean;
}

/** A row with what stands below it: they move together. */
export function blockOf(rows: readonly Row[], key: string): { start: number; length: number } {
  const start = rows.findIndex((row) => row.key === key);
  const row = rows[start];
  if (!row) return { start: -1, length: 0 };
  if (row.nested && start > 0) return { start, length: 1 };
  const end = rows.findIndex((other, index) => index > start && !other.nested);
  return { start, length: (end < 0 ? rows.length : end) - start };
}

/**
 * The place nearest to the wanted one that a navigation of one level has: nothing is cut off from what it stands below, and what has
 * something below it stands at the top.
 */
export function dropPlace(rows: readonly Row[], key: string, wanted: DropPlace): DropPlace {
  const { start, length } = blockOf(rows, key);
  const others = without(rows, start, length);
  const within = (at: number): boolean => at > 0 && others[at]?.nested === true;
  const at = Math.max(0, Math.min(wanted.before, others.length));
  if (length <= 1) return { before: at, nested: at > 0 && (wanted.nested || within(at)) };
  let [up, down] = [at, at];
  while (within(up)) up -= 1;
  while (within(down)) down += 1;
  return { before: at - up <= down - at ? up : down, nested: false };
}

/** The rows after a row was let go there, or as near to it as can be. */
export function dropRow(rows: readonly Row[], key: string, wanted: DropPlace): Row[] {
  const { start, length } = blockOf(rows, key);
  if (start < 0) return [...rows];
  const { before, nested } = dropPlace(rows, key, wanted);
  const moved = rows.slice(start, start + length).map((row) => (row.key === key ? { ...row, nested } : row));
  return without(rows, start, length).toSpliced(before, 0, ...moved);
}

function without(rows: readonly Row[], start: number, length: number): Row[] {
  return start < 0 ? [...rows] : rows.toSpliced(start, length);
}
