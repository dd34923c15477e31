export type ChartColor = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface ChartSeries {
  /** The key in each point's `values`. */
  key: string;
  label: string;
  color?: ChartColor;
  /** The period before, a forecast, a limit: dashed and quieter, so it is told apart without colour. */
  comparison?: boolean;
}

export interface ChartPoint {
  /** ISO 8601 for time, or any category. */
  at: string;
  /** Missing or `null` is a gap, never zero. */
  values: Record<string, number | null>;
}

/** How numbers and times are written; plain data, so that server components can pass it on. */
export interface ChartFormat {
  locale: string;
  timeZone: string;
  value:
    | { kind: 'number' }
    | { kind: 'bytes' }
    | { kind: 'milliseconds' }
    | { kind: 'percent' }
    | { kind: 'currency'; currency: string };
  /** What a step of the x axis is. */
  at: 'hour' | 'day' | 'month' | 'category';
}

export interface ChartData {
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  format: ChartFormat;
}

export function colorOf(series: ChartSeries, index: number): string {
  return `var(--chart-${series.color ?? (index % 8) + 1})`;
}
