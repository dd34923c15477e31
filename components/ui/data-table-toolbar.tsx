'use client';

import { Columns3, Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonStyle } from './button-style';
import { Button } from './button';
import { toCsv } from './csv';
import type { DataTableProps } from './data-table';
import { downloadText } from './download-text';
import { Menu } from './menu';
import type { DataTableModel } from './use-data-table';

export function DataTableToolbar<Row>(props: DataTableProps<Row> & { table: DataTableModel }) {
  const { toolbar, table, columns, exportCsv } = props;
  const t = useTranslations('ui');
  const hideable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  const choosable = hideable.length > 1;
  if (!toolbar && !choosable && !exportCsv) return null;
  return (
    <div data-screen-only="" className="flex flex-wrap items-start justify-between gap-2">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-md:basis-full">{toolbar}</div>
      <div className="ms-auto flex items-center gap-1">
        {exportCsv?.kind === 'link' && (
          <a href={exportCsv.href} download className={buttonStyle('ghost')}>
            <Download aria-hidden="true" />
            {t('table.export')}
          </a>
        )}
        {exportCsv?.kind === 'rows' && (
          <Button variant="ghost" onClick={() => exportRows(props)}>
            <Download aria-hidden="true" />
            {t('table.export')}
          </Button>
        )}
        {choosable && (
          <Menu
            trigger="button"
            variant="ghost"
            label={t('table.columns')}
            icon={<Columns3 aria-hidden="true" />}
            entries={hideable.map((column) => ({
              kind: 'check',
              id: column.id,
              label: columns.find((candidate) => candidate.id === column.id)?.header ?? column.id,
              checked: column.getIsVisible(),
              onSelect: () => column.toggleVisibility(),
            }))}
          />
        )}
      </div>
    </div>
  );
}

function exportRows<Row>({ table, columns, rows, label }: DataTableProps<Row> & { table: DataTableModel }) {
  const visible = new Set(table.getVisibleLeafColumns().map((column) => column.id));
  const written = columns.flatMap((column) =>
    column.csv && visible.has(column.id) ? [{ header: column.header, read: column.csv }] : [],
  );
  const text = toCsv(
    written.map((column) => column.header),
    rows.map((row) => written.map((column) => column.read(row))),
  );
  downloadText(`${label.toLowerCase().replaceAll(/\s+/g, '-')}.csv`, text);
}
