'use client';

import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useRouter } from 'next/navigation';
import clsx from 'clsx';
import { useTranslations } from 'use-intl';
import { Checkbox } from './checkbox';
import type { DataTableProps } from './data-table';
import { NO_SELECTION, toggleRow, type TableStatus } from './data-table-types';
import { Skeleton } from './skeleton';
import { Td, Tr } from './table';
import type { DataTableModel } from './use-data-table';

type BodyProps<Row> = DataTableProps<Row> & { table: DataTableModel; status: TableStatus };

export function DataTableBody<Row>(props: BodyProps<Row>) {
  const {
    table,
    rows,
    rowId,
    rowLabel,
    rowHref,
    onOpenRow,
    selection = NO_SELECTION,
    onSelection,
    status,
    columns,
  } = props;
  const t = useTranslations('ui');
  const router = useRouter();
  const [focused, setFocused] = useState<string | null>(null);
  if (status.kind === 'loading' && rows.length === 0) return <SkeletonRows {...props} count={status.rows ?? 8} />;

  // Rows and cells are written as they are: a model of each would double what a long table costs, and nothing asks it.
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
  const opens = rowHref !== undefined || onOpenRow !== undefined;
  // One row at a time is in the tab order; the arrows move that place.
  const stop = rows.some((row) => rowId(row) === focused) ? focused : rows[0] === undefined ? null : rowId(rows[0]);

  function open(row: Row, newTab: boolean) {
    if (onOpenRow) return onOpenRow(row);
    const href = rowHref?.(row);
    if (href === undefined) return;
    if (newTab) window.open(href, '_blank', 'noopener');
    else router.push(href);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableRowElement>, row: Row) {
    if (event.target !== event.currentTarget) return;
    const next = neighbourOf(event.currentTarget, event.key);
    if (next) next.focus();
    else if (event.key === ' ' && onSelection) onSelection(toggleRow(selection, rowId(row)));
    else if (event.key === 'Enter') open(row, event.metaKey || event.ctrlKey);
    else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent<HTMLTableRowElement>, row: Row) {
    if (event.defaultPrevented || isControl(event.target) || window.getSelection()?.toString()) return;
    open(row, event.metaKey || event.ctrlKey);
  }

  return (
    <tbody>
      {rows.map((row) => {
        const id = rowId(row);
        const selected = selection.allMatching || selection.ids.has(id);
        return (
          <Tr
            key={id}
            tabIndex={id === stop ? 0 : -1}
            aria-selected={onSelection ? selected : undefined}
            onFocus={() => setFocused(id)}
            onKeyDown={(event) => onKeyDown(event, row)}
            onClick={opens ? (event) => onClick(event, row) : undefined}
            className={clsx(
              'focus-visible:-outline-offset-2',
              selected ? 'bg-accent-soft' : 'hover:bg-sunken',
              status.kind === 'loading' && 'opacity-60',
            )}
          >
            {onSelection && (
              <Td className="w-px pe-0">
                <Checkbox
                  hideLabel
                  label={t('table.selectRow', { what: rowLabel(row) })}
                  checked={selected}
                  tabIndex={-1}
                  onChange={() => onSelection(toggleRow(selection, id))}
                />
              </Td>
            )}
            {shown.map(({ id: columnId, align, maxWidth, cell }) => (
              <Td
                key={columnId}
                align={align}
                className="max-w-80 truncate"
                style={maxWidth === undefined ? undefined : { maxWidth }}
              >
                {cell(row)}
              </Td>
            ))}
          </Tr>
        );
      })}
    </tbody>
  );
}

function SkeletonRows<Row>({ table, onSelection, count }: BodyProps<Row> & { count: number }) {
  return (
    <tbody aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <Tr key={index}>
          {onSelection && (
            <Td className="w-px pe-0">
              <Skeleton className="m-1 size-4" />
            </Td>
          )}
          {table.getVisibleLeafColumns().map((column, place) => (
            <Td key={column.id}>
              <Skeleton className={place === 0 ? 'h-3.5 w-40' : 'h-3.5 w-20'} />
            </Td>
          ))}
        </Tr>
      ))}
    </tbody>
  );
}

function neighbourOf(row: HTMLTableRowElement, key: string): HTMLElement | null {
  const target = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild,
  }[key];
  return target instanceof HTMLElement ? target : null;
}

function isControl(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('a, button, input, select, textarea, label, summary, [role="menu"]') !== null
  );
}
