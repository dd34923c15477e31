'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';
import type { BarPlotProps } from './bar-plot';
import { SeriesLabels } from './series-labels';

const Plot = dynamic(() => import('./bar-plot').then((file) => file.BarPlot), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

/** Amounts side by side, or as parts of a whole when `stacked`. Wrap it in a ChartFrame. */
export function BarChart({ look = 'grouped', ...rest }: Omit<BarPlotProps, 'look'> & { look?: 'grouped' | 'stacked' }) {
  return (
    <div className="grid min-w-0 gap-3">
      <div className="h-56 min-w-0">
        <Plot look={look} {...rest} />
      </div>
      <SeriesLabels series={rest.series} />
    </div>
  );
}
