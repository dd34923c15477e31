import clsx from 'clsx';

interface MeterProps {
  label: string;
  used: number;
  /** `null` means no limit: the bar gives way to the words. */
  limit: number | null;
  /** The whole truth in words with units, such as "82 of 100 members". */
  text: string;
  /** What will happen, such as "Reached on 24 March at this rate". */
  note?: string;
}

/** A quota: the words carry it, the bar shows it, and the colour only underlines 80 % and 100 %. */
export function Meter({ label, used, limit, text, note }: MeterProps) {
  const share = limit === null || limit <= 0 ? 0 : used / limit;
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-medium">{label}</span>
        <span className="text-sm tabular text-muted">{text}</span>
      </div>
      {limit !== null && (
        <div
          role="meter"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={limit}
          aria-valuenow={Math.min(used, limit)}
          aria-valuetext={text}
          className="forced-border h-1.5 overflow-hidden rounded-full bg-hover"
        >
          <div
            className={clsx('h-full rounded-full forced-colors:bg-[Highlight]', fillOf(share))}
            style={{ width: `${Math.min(100, share * 100)}%`, minWidth: used > 0 ? '0.25rem' : undefined }}
          />
        </div>
      )}
      {note !== undefined && (
        <p
          className={clsx(
            'text-sm',
            share >= 1 ? 'text-negative-text' : share >= 0.8 ? 'text-warning-text' : 'text-muted',
          )}
        >
          {note}
        </p>
      )}
    </div>
  );
}

function fillOf(share: number): string {
  if (share >= 1) return 'bg-negative';
  return share >= 0.8 ? 'bg-warning' : 'bg-accent';
}
