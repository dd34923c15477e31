import type { ReactNode } from 'react';
import clsx from 'clsx';
import { TONE_SOFT, type Tone } from './tone';

/** A short label beside a name: a plan, a role, a count. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        'forced-border inline-flex h-5 max-w-full items-center rounded-sm align-middle px-1.5 text-xs font-medium tabular',
        TONE_SOFT[tone],
      )}
    >
      <span className="truncate">{children}</span>
    </span>
  );
}
