'use client';

import { Bar, BarChart, ResponsiveContainer } from 'recharts';
import { colorOf, type ChartData } from './chart-types';
import { plotParts, plotRows } from './plot-parts';

export interface BarPlotProps extends ChartData {
  title: string;
  look: 'grouped' | 'stacked';
}

/** Bars start at zero: their length is the value. */
export function BarPlot({ title, look, ...data }: BarPlotProps) {
  const top = data.series.length - 1;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={plotRows(data)}
        accessibilityLayer
        title={title}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="22%"
        barGap={2}
      >
        {plotParts(data, 'band')}
        {data.series.map((series, index) => (
          <Bar
            key={series.key}
            dataKey={series.key}
            name={series.label}
            stackId={look === 'stacked' ? 'all' : undefined}
            fill={colorOf(series, index)}
            fillOpacity={series.comparison ? 0.35 : 1}
            // A hairline in the ground colour keeps stacked parts apart without relying on hue.
            stroke={look === 'stacked' ? 'var(--raised)' : undefined}
            strokeWidth={look === 'stacked' ? 1 : 0}
            radius={look === 'grouped' || index === top ? [2, 2, 0, 0] : 0}
            maxBarSize={40}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
