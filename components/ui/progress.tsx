/** How far known work has come, 0 to 1; `null` while the end is unknown. */
export function Progress({ label, value }: { label: string; value: number | null }) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="forced-border h-1.5 w-full overflow-hidden rounded-full bg-hover"
    >
      {percent === undefined ? (
        <div className="h-full w-1/3 animate-[shimmer_1.2s_ease-in-out_infinite] rounded-full bg-accent forced-colors:bg-[Highlight]" />
      ) : (
        <div
          className="h-full rounded-full bg-accent transition-[width] duration-200 forced-colors:bg-[Highlight]"
          style={{ width: `${percent}%` }}
        />
      )}
    </div>
  );
}
