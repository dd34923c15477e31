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

// Sorting, filtering and paging happen in the database, and rows are written as they come: the table only models columns.
const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, object>();
const noRows: object[] = [];

export type DataTableModel = ReactTable<typeof features, object>;

export function useDataTable<Row>({ columns, hiddenColumns, onHiddenColumns }: DataTableProps<Row>): DataTableModel {
  const [ownHidden, setOwnHidden] = useState<readonly string[]>(() =>
    columns.filter((column) => column.hiddenAtFirst).map((column) => column.id),
  );
  const hidden = hiddenColumns ?? ownHidden;
  const defs = useMemo(
    () =>
      columns.map(({ id, header, fixed }) => helper.display({ id, header, cell: '', enableHiding: fixed !== true })),
    [columns],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  return useTable({
    features,
    data: noRows,
    columns: defs,
    state: { columnVisibility },
    onColumnVisibilityChange: (update) => {
      const next = typeof update === 'function' ? update(columnVisibility) : update;
      const ids = Object.keys(next).filter((id) => next[id] === false);
      setOwnHidden(ids);
      onHiddenColumns?.(ids);
    },
  });
}
