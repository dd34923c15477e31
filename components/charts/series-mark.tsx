/** The stroke of a series, drawn as in the chart. */
export function SeriesMark({ color, dashed }: { color: string; dashed: boolean }) {
  return (
    <svg viewBox="0 0 12 4" aria-hidden="true" className="h-1 w-3 shrink-0">
      <path
        d="M1 2h10"
        stroke={color}
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray={dashed ? '2 4' : undefined}
      />
    </svg>
  );
}
