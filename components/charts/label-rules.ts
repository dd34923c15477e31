import type { ChartData } from './chart-types';

const MOST_LABELS = 3;
const CLOSEST_SHARE = 0.1;

/** Names fit at the ends of the lines while there are few of them and their last values are well apart. */
export function labelsFit({ series, points }: Pick<ChartData, 'series' | 'points'>): boolean {
  if (series.length < 2 || series.length > MOST_LABELS) return false;
  const lastPoint = points.at(-1);
  const ends = series.map((one) => lastPoint?.values[one.key] ?? null);
  if (ends.some((end) => end === null)) return false;
  const highest = Math.max(0, ...points.flatMap((point) => series.map((one) => point.values[one.key] ?? 0)));
  const sorted = ends.filter((end) => end !== null).sort((a, b) => a - b);
  return sorted.every((end, index) => index === 0 || end - (sorted[index - 1] ?? 0) > highest * CLOSEST_SHARE);
}
