import type { ReactNode } from 'react';
import type { CsvCell } from './csv';

export interface DataColumn<Row> {
  id: string;
  header: string;
  /** For a column of buttons: its name is only for screen readers and the column menu. */
  hideHeader?: boolean;
  cell: (row: Row) => ReactNode;
  /** Numbers and sizes end at the right. */
  align?: 'start' | 'end';
  sortable?: boolean;
  /** The widest a cell gets before it is cut with an ellipsis, as a CSS length; 20rem when left out. */
  maxWidth?: string;
  /** The column that names the row can't be hidden. */
  fixed?: boolean;
  hiddenAtFirst?: boolean;
  /** What the CSV export writes; a column without it is not exported. */
  csv?: (row: Row) => CsvCell;
}

export interface TableSort {
  id: string;
  direction: 'asc' | 'desc';
}

export interface TableSelection {
  ids: ReadonlySet<string>;
  /** All rows that match the filters, on every page, are meant, and `ids` is empty. */
  allMatching: boolean;
}

export const NO_SELECTION: TableSelection = { ids: new Set(), allMatching: false };

export type TableStatus =
  | { kind: 'ready' }
  | { kind: 'loading'; rows?: number }
  | { kind: 'error'; referenceId?: string; onRetry?: () => void };

/** An arrow in the header of a sortable column is pressed: ascending, descending, then as it was. */
export function nextSort(current: TableSort | null, id: string): TableSort | null {
  if (current?.id !== id) return { id, direction: 'asc' };
  return current.direction === 'asc' ? { id, direction: 'desc' } : null;
}

export function toggleRow(selection: TableSelection, id: string): TableSelection {
  // Leaving "all that match" by unticking one would silently mean only this page; start again from nothing instead.
  if (selection.allMatching) return NO_SELECTION;
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, allMatching: false };
}

export function togglePage(selection: TableSelection, pageIds: readonly string[]): TableSelection {
  if (selection.allMatching) return NO_SELECTION;
  const ids = new Set(selection.ids);
  const complete = pageIds.every((id) => ids.has(id));
  for (const id of pageIds) {
    if (complete) ids.delete(id);
    else ids.add(id);
  }
  return { ids, allMatching: false };
}
