'use client';

import { CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { formatAt, formatTick, formatValue } from './chart-format';
import { colorOf, type ChartData } from './chart-types';
import { SeriesMark } from './series-mark';

const TICK = { fill: 'var(--muted)', fontSize: 12 };

/** One flat row per point, as the plotting library wants it. */
export function plotRows({ points, series }: ChartData): Record<string, string | number | null>[] {
  return points.map((point) => ({
    at: point.at,
    ...Object.fromEntries(series.map((one) => [one.key, point.values[one.key] ?? null])),
  }));
}

/** Axes, grid and tooltip, alike in every chart. Returned as elements: the library reads its direct children. */
export function plotParts(data: ChartData, cursor: 'line' | 'band') {
  const { format } = data;
  return [
    <CartesianGrid key="grid" vertical={false} stroke="var(--border)" />,
    <XAxis
      key="x"
      dataKey="at"
      tick={TICK}
      tickLine={false}
      axisLine={{ stroke: 'var(--border)' }}
      tickMargin={8}
      minTickGap={32}
      tickFormatter={(at: string) => formatAt(at, format, 'short')}
    />,
    <YAxis
      key="y"
      tick={TICK}
      tickLine={false}
      axisLine={false}
      width="auto"
      tickMargin={4}
      tickCount={4}
      domain={[0, 'auto']}
      tickFormatter={(value: number) => formatTick(value, format)}
    />,
    <Tooltip
      key="tooltip"
      isAnimationActive={false}
      cursor={cursor === 'line' ? { stroke: 'var(--border-strong)' } : { fill: 'var(--hover)', opacity: 0.6 }}
      content={({ active, label }) =>
        active && typeof label === 'string' ? <PlotTooltip at={label} data={data} /> : null
      }
    />,
  ];
}

function PlotTooltip({ at, data: { points, series, format } }: { at: string; data: ChartData }) {
  const point = points.find((candidate) => candidate.at === at);
  if (!point) return null;
  return (
    <div className="floating grid gap-1.5 px-3 py-2 text-sm">
      <p className="text-muted">{formatAt(at, format, 'full')}</p>
      {series.map((one, index) => (
        <p key={one.key} className="flex items-center gap-2">
          <SeriesMark color={colorOf(one, index)} dashed={one.comparison === true} />
          <span className="text-muted">{one.label}</span>
          <span className="ms-auto ps-4 font-medium tabular">{formatValue(point.values[one.key], format)}</span>
        </p>
      ))}
    </div>
  );
}
