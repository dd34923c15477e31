/** The row's length against the longest; decorative, because the number stands beside it. */
export function ShareBar({ part, whole }: { part: number; whole: number }) {
  return (
    <div
      aria-hidden="true"
      className="mt-1 h-1 rounded-full bg-chart-1/50"
      style={{ width: `${whole > 0 ? Math.max(1, (part / whole) * 100) : 0}%` }}
    />
  );
}
