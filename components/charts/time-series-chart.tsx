'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';
import { labelsFit } from './label-rules';
import { SeriesLabels } from './series-labels';
import type { TimeSeriesPlotProps } from './time-series-plot';

const Plot = dynamic(() => import('./time-series-plot').then((file) => file.TimeSeriesPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

/** Values over time. Wrap it in a ChartFrame, which holds the table behind it. */
export function TimeSeriesChart({
  look = 'line',
  ...rest
}: Omit<TimeSeriesPlotProps, 'look'> & { look?: 'line' | 'area' }) {
  return (
    <div className="grid min-w-0 gap-3">
      <div className="h-56 min-w-0">
        <Plot look={look} {...rest} />
      </div>
      {!labelsFit(rest) && <SeriesLabels series={rest.series} />}
    </div>
  );
}
