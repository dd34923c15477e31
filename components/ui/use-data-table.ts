'use client';

import { useMemo, useState } from 'react';
import {
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
  type ReactTable,
} from '@tanstack/react-table';
import type { DataTableProps } from './data-table';

// Sorting, filtering and paging happen in the database; the table only models columns and rows.
const features = tableFeatures({ columnVisibilityFeature });

export type DataTableModel<Row> = ReactTable<typeof features, RowBox<Row>>;

/** Rows are boxed because the table library wants object rows and ours may be any type. */
export interface RowBox<Row> {
  row: Row;
}

export function useDataTable<Row>({
  columns,
  rows,
  rowId,
  hiddenColumns,
  onHiddenColumns,
}: DataTableProps<Row>): DataTableModel<Row> {
  const [ownHidden, setOwnHidden] = useState<readonly string[]>(() =>
    columns.filter((column) => column.hiddenAtFirst).map((column) => column.id),
  );
  const hidden = hiddenColumns ?? ownHidden;
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const defs = useMemo(() => {
    const helper = createColumnHelper<typeof features, RowBox<Row>>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.header,
        cell: (context) => column.cell(context.row.original.row),
        enableHiding: column.fixed !== true,
      }),
    );
  }, [columns]);
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  return useTable({
    features,
    data,
    columns: defs,
    getRowId: (box) => rowId(box.row),
    state: { columnVisibility },
    onColumnVisibilityChange: (update) => {
      const next = typeof update === 'function' ? update(columnVisibility) : update;
      const ids = Object.keys(next).filter((id) => next[id] === false);
      setOwnHidden(ids);
      onHiddenColumns?.(ids);
    },
  });
}
