'use client';

import { useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { DataTableBody } from './data-table-body';
import { DataTableHead } from './data-table-head';
import { DataTableSelectionBar } from './data-table-selection-bar';
import { DataTableToolbar } from './data-table-toolbar';
import type { DataColumn, TableSelection, TableSort, TableStatus } from './data-table-types';
import { ErrorState } from './error-state';
import { Table, TableFrame } from './table';
import { useDataTable } from './use-data-table';

export interface DataTableProps<Row> {
  /** Names the table for screen readers and the exported file. */
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The row in words, such as the member's name; used by its checkbox. */
  rowLabel: (row: Row) => string;
  status?: TableStatus;
  /** Where Enter or a press on the row leads. */
  rowHref?: (row: Row) => string;
  onOpenRow?: (row: Row) => void;
  sort?: TableSort | null;
  onSort?: (sort: TableSort | null) => void;
  hiddenColumns?: readonly string[];
  onHiddenColumns?: (ids: string[]) => void;
  selection?: TableSelection;
  onSelection?: (selection: TableSelection) => void;
  /** How many rows match in all; with more than this page, "select all N" is offered. */
  matching?: number;
  bulkActions?: ReactNode;
  /** Search and filters, at the left above the table. */
  toolbar?: ReactNode;
  /** `rows` writes what is shown here; a link lets the server write all that match. */
  exportCsv?: { kind: 'rows' } | { kind: 'link'; href: string };
  /** An EmptyState. */
  empty: ReactNode;
  /** A Pagination. */
  footer?: ReactNode;
}

/** A dense list that answers to the keyboard: arrows move between rows, space selects, Enter opens. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, status = { kind: 'ready' }, empty, footer } = props;
  const t = useTranslations('ui');
  const frame = useRef<HTMLDivElement>(null);
  const table = useDataTable(props);
  const nothing = status.kind === 'ready' && rows.length === 0;
  return (
    <div className="grid min-w-0 gap-3">
      <DataTableToolbar {...props} table={table} />
      {status.kind === 'error' ? (
        <TableFrame tabIndex={undefined}>
          <ErrorState referenceId={status.referenceId} onRetry={status.onRetry} />
        </TableFrame>
      ) : nothing ? (
        <TableFrame tabIndex={undefined}>{empty}</TableFrame>
      ) : (
        <TableFrame
          ref={frame}
          className="md:max-h-[max(24rem,calc(100dvh-15rem))] md:overflow-auto"
          aria-busy={status.kind === 'loading'}
          // Rows take the focus and scroll along; skeletons can't, so the frame does.
          tabIndex={status.kind === 'loading' && rows.length === 0 ? 0 : undefined}
        >
          <Table aria-label={label}>
            <DataTableHead {...props} table={table} />
            <DataTableBody {...props} status={status} table={table} />
          </Table>
        </TableFrame>
      )}
      <p role="status" className="sr-only">
        {status.kind === 'loading' ? t('table.loading') : ''}
      </p>
      <DataTableSelectionBar {...props} />
      {footer}
    </div>
  );
}
