interface SparklineProps {
  /** Equal steps in time; `null` is a gap and is drawn as one. */
  points: readonly (number | null)[];
  className?: string;
}

const WIDTH = 96;
const HEIGHT = 32;
const INSET = 2;

/** The course of a value at a glance. Decorative: the numbers stand beside it. */
export function Sparkline({ points, className }: SparklineProps) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" className={className}>
      <path
        d={sparklinePath(points)}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

export function sparklinePath(points: readonly (number | null)[]): string {
  const values = points.filter((point) => point !== null);
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  let path = '';
  let drawing = false;
  points.forEach((point, index) => {
    if (point === null) {
      drawing = false;
      return;
    }
    const x = points.length === 1 ? WIDTH / 2 : INSET + (index / (points.length - 1)) * (WIDTH - 2 * INSET);
    const y = span === 0 ? HEIGHT / 2 : HEIGHT - INSET - ((point - low) / span) * (HEIGHT - 2 * INSET);
    path += `${drawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    drawing = true;
  });
  return path;
}
