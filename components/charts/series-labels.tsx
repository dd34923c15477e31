import { colorOf, type ChartSeries } from './chart-types';
import { SeriesMark } from './series-mark';

/** Names of the series in the order and with the stroke they are drawn; a single one is named by the title. */
export function SeriesLabels({ series }: { series: readonly ChartSeries[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {series.map((one, index) => (
        <li key={one.key} className="flex items-center gap-1.5">
          <SeriesMark color={colorOf(one, index)} dashed={one.comparison === true} />
          {one.label}
        </li>
      ))}
    </ul>
  );
}
