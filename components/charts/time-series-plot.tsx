'use client';

import { Area, ComposedChart, Line, ResponsiveContainer } from 'recharts';
import { colorOf, type ChartData } from './chart-types';
import { DirectLabel } from './direct-label';
import { labelsFit } from './label-rules';
import { plotParts, plotRows } from './plot-parts';

export interface TimeSeriesPlotProps extends ChartData {
  title: string;
  look: 'line' | 'area';
}

/** Loaded only where a chart is shown: the plotting library is many times larger than a page. */
export function TimeSeriesPlot({ title, look, ...data }: TimeSeriesPlotProps) {
  const last = data.points.length - 1;
  const labelled = labelsFit(data);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        data={plotRows(data)}
        accessibilityLayer
        title={title}
        margin={{ top: 8, right: labelled ? 88 : 8, bottom: 0, left: 0 }}
      >
        {plotParts(data, 'line')}
        {data.series.map((series, index) => {
          const color = colorOf(series, index);
          const shared = {
            key: series.key,
            dataKey: series.key,
            name: series.label,
            type: 'linear' as const,
            stroke: color,
            strokeWidth: series.comparison ? 1.5 : 2,
            strokeDasharray: series.comparison ? '3 4' : undefined,
            connectNulls: false,
            isAnimationActive: false,
            // A point between two gaps has no line: without a dot it would vanish.
            dot: data.points.length < 2 ? { r: 3, fill: color } : false,
            activeDot: { r: 4, stroke: 'var(--raised)', strokeWidth: 2 },
            label: labelled ? <DirectLabel text={series.label} last={last} color={color} /> : undefined,
          };
          const { key, ...rest } = shared;
          return look === 'area' && !series.comparison ? (
            <Area key={key} {...rest} fill={color} fillOpacity={0.12} />
          ) : (
            <Line key={key} {...rest} />
          );
        })}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
