'use client';

import { useTranslations } from 'use-intl';
import type { DataTableProps } from './data-table';
import { NO_SELECTION } from './data-table-types';

/** What is selected, across pages, and what can be done with it. Stays in view at the foot of the window. */
export function DataTableSelectionBar<Row>({
  rows,
  rowId,
  selection = NO_SELECTION,
  onSelection,
  matching,
  bulkActions,
}: DataTableProps<Row>) {
  const t = useTranslations('ui');
  const count = selection.allMatching ? (matching ?? selection.ids.size) : selection.ids.size;
  const pageComplete = rows.length > 0 && rows.every((row) => selection.ids.has(rowId(row)));
  return (
    <div role="status" className="contents">
      {onSelection && count > 0 && (
        <div className="floating enter-rise sticky bottom-4 z-20 flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
          <p className="font-medium tabular">
            {selection.allMatching ? t('table.selectedAllMatching', { count }) : t('table.selected', { count })}
          </p>
          {!selection.allMatching && pageComplete && matching !== undefined && matching > rows.length && (
            <button type="button" className={WORD} onClick={() => onSelection({ ids: new Set(), allMatching: true })}>
              {t('table.selectAllMatching', { count: matching })}
            </button>
          )}
          <button type="button" className={WORD} onClick={() => onSelection(NO_SELECTION)}>
            {t('table.clearSelection')}
          </button>
          <div className="ms-auto flex flex-wrap gap-2">{bulkActions}</div>
        </div>
      )}
    </div>
  );
}

const WORD = 'min-h-6 rounded-sm px-1 text-accent-text hover:bg-hover';
