import type { ReactNode } from 'react';
import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import { Sparkline } from '@/components/charts/sparkline';
import { TONE_TEXT, type Tone } from './tone';

interface StatTileProps {
  label: string;
  /** Formatted, with its unit. */
  value: ReactNode;
  /** Against the period before: `text` says it in full ("12 % more than the 30 days before"). */
  delta?: { direction: 'up' | 'down' | 'flat'; short: string; text: string; tone?: Tone };
  /** The course over the period; `null` is a gap. */
  points?: readonly (number | null)[];
}

const ARROWS = { up: ArrowUpRight, down: ArrowDownRight, flat: ArrowRight } as const;

export function StatTile({ label, value, delta, points }: StatTileProps) {
  return (
    <div className="@container grid min-w-0 content-start gap-1">
      <p className="text-sm text-pretty text-muted">{label}</p>
      <div className="flex items-end justify-between gap-3">
        <p className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{value}</p>
        {points !== undefined && (
          <Sparkline points={points} className="hidden h-8 w-24 shrink-0 text-accent @[13rem]:block" />
        )}
      </div>
      {delta !== undefined && <Delta {...delta} />}
    </div>
  );
}

function Delta({ direction, short, text, tone = 'neutral' }: NonNullable<StatTileProps['delta']>) {
  const Arrow = ARROWS[direction];
  return (
    <p className={`flex items-center gap-1 text-sm tabular ${TONE_TEXT[tone]}`} title={text}>
      <Arrow aria-hidden="true" className="size-3.5" />
      <span aria-hidden="true">{short}</span>
      <span className="sr-only">{text}</span>
    </p>
  );
}
