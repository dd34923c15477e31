'use client';

import { useTranslations } from 'use-intl';
import { Table, TableFrame, Td, Th, Tr } from '@/components/ui/table';
import { formatAt, formatValue } from './chart-format';
import type { ChartData } from './chart-types';

/** The exact numbers of a chart, newest first. */
export function ChartTable({ title, series, points, format }: ChartData & { title: string }) {
  const t = useTranslations('ui');
  const rows = format.at === 'category' ? points : points.toReversed();
  return (
    <TableFrame className="max-h-72 overflow-auto" tabIndex={0} role="region" aria-label={title}>
      <Table>
        <thead className="sticky top-0">
          <tr>
            <Th>{t('chart.time')}</Th>
            {series.map((one) => (
              <Th key={one.key} align="end">
                {one.label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((point) => (
            <Tr key={point.at}>
              <Td className="whitespace-nowrap">{formatAt(point.at, format, 'full')}</Td>
              {series.map((one) => (
                <Td key={one.key} align="end">
                  {formatValue(point.values[one.key], format)}
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
    </TableFrame>
  );
}
