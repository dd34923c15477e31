import clsx from 'clsx';
import { TONE_FILL, type Tone } from './tone';

/** A state in words, with a dot for the eye. `busy` lets the dot breathe while the state is passing. */
export function StatusBadge({ tone, label, busy = false }: { tone: Tone; label: string; busy?: boolean }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 align-middle whitespace-nowrap">
      <span
        aria-hidden="true"
        className={clsx(
          'forced-border size-2 shrink-0 rounded-full',
          TONE_FILL[tone],
          busy && 'animate-[shimmer_1.6s_ease-in-out_infinite]',
        )}
      />
      <span className="truncate">{label}</span>
    </span>
  );
}
