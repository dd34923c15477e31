'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { Checkbox } from './checkbox';
import type { DataTableProps } from './data-table';
import { nextSort, NO_SELECTION, togglePage, type DataColumn } from './data-table-types';
import { Th } from './table';
import type { DataTableModel } from './use-data-table';

export function DataTableHead<Row>({
  table,
  columns,
  rows,
  rowId,
  selection = NO_SELECTION,
  onSelection,
  sort = null,
  onSort,
}: DataTableProps<Row> & { table: DataTableModel }) {
  const t = useTranslations('ui');
  const ids = rows.map(rowId);
  const chosen = selection.allMatching ? ids.length : ids.filter((id) => selection.ids.has(id)).length;
  return (
    <thead className="sticky top-0 z-10">
      <tr>
        {onSelection && (
          <Th className="w-px pe-0">
            <Checkbox
              hideLabel
              label={t('table.selectPage')}
              checked={ids.length > 0 && chosen === ids.length}
              indeterminate={chosen > 0 && chosen < ids.length}
              onChange={() => onSelection(togglePage(selection, ids))}
            />
          </Th>
        )}
        {table.getVisibleLeafColumns().map((model) => {
          const column = columns.find((candidate) => candidate.id === model.id);
          if (!column) return null;
          const direction = sort?.id === column.id ? sort.direction : null;
          return (
            <Th
              key={column.id}
              align={column.align}
              aria-sort={direction === null ? undefined : direction === 'asc' ? 'ascending' : 'descending'}
            >
              {column.sortable && onSort ? (
                <SortButton column={column} direction={direction} onPress={() => onSort(nextSort(sort, column.id))} />
              ) : (
                <span className={column.hideHeader ? 'sr-only' : undefined}>{column.header}</span>
              )}
            </Th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortButton<Row>({
  column,
  direction,
  onPress,
}: {
  column: DataColumn<Row>;
  direction: 'asc' | 'desc' | null;
  onPress: () => void;
}) {
  const t = useTranslations('ui');
  const Arrow = direction === 'desc' ? ArrowDown : ArrowUp;
  return (
    <button
      type="button"
      onClick={onPress}
      title={t('table.sort', { what: column.header })}
      className={clsx(
        'group/sort -mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-text',
        direction !== null && 'text-text',
        column.align === 'end' && 'flex-row-reverse',
      )}
    >
      {column.header}
      <Arrow
        aria-hidden="true"
        className={clsx(
          'size-3.5',
          direction === null && 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  );
}
