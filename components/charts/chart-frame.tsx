'use client';

import { useState, type ReactNode } from 'react';
import { Download } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { buttonStyle } from '@/components/ui/button-style';
import { toCsv } from '@/components/ui/csv';
import { downloadText } from '@/components/ui/download-text';
import { Segmented } from '@/components/ui/segmented';
import { ChartTable } from './chart-table';
import type { ChartData } from './chart-types';

interface ChartFrameProps extends ChartData {
  title: string;
  /** What it says, in a sentence: also the first thing a screen reader hears. */
  summary?: ReactNode;
  /** Where the server writes all of it as CSV; without it the points shown here are written, with `null` nothing is. */
  csvHref?: string | null;
  /** The chart. */
  children: ReactNode;
}

/** A chart with its name, the table behind it and the way to take the numbers along. */
export function ChartFrame({ title, summary, csvHref, children, ...data }: ChartFrameProps) {
  const t = useTranslations('ui');
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <figure className="grid min-w-0 gap-4 rounded-lg border border-border bg-raised p-4">
      <figcaption className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-40">
          <h2 className="font-semibold">{title}</h2>
          {summary !== undefined && <div className="text-sm text-muted">{summary}</div>}
        </div>
        <div className="flex shrink-0 items-center gap-1">
          <Segmented
            label={t('chart.view')}
            value={view}
            onChange={setView}
            options={[
              { value: 'chart', label: t('chart.chart') },
              { value: 'table', label: t('chart.table') },
            ]}
          />
          {csvHref !== null && <Csv title={title} csvHref={csvHref} data={data} />}
        </div>
      </figcaption>
      {data.points.length === 0 ? (
        <p className="grid h-56 place-items-center text-muted">{t('chart.empty')}</p>
      ) : view === 'chart' ? (
        children
      ) : (
        <ChartTable title={title} {...data} />
      )}
    </figure>
  );
}

function Csv({ title, csvHref, data }: { title: string; csvHref: string | undefined; data: ChartData }) {
  const t = useTranslations('ui');
  const icon = <Download aria-hidden="true" />;
  const label = t('chart.download');
  if (csvHref !== undefined) {
    return (
      <a href={csvHref} download aria-label={label} title={label} className={buttonStyle('ghost', 'w-control px-0')}>
        {icon}
      </a>
    );
  }
  const write = () =>
    downloadText(
      `${title.toLowerCase().replaceAll(/\s+/g, '-')}.csv`,
      toCsv(
        [t('chart.time'), ...data.series.map((series) => series.label)],
        data.points.map((point) => [point.at, ...data.series.map((series) => point.values[series.key])]),
      ),
    );
  return (
    <Button variant="ghost" aria-label={label} title={label} onClick={write} className="w-control px-0">
      {icon}
    </Button>
  );
}
