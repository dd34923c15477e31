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
