'use client';

import { Check, Minus, RotateCcw, X } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { numberFormat } from './cached-format';
import { Spinner } from './spinner';

export interface ProgressStep {
  id: string;
  label: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'skipped' | 'undone';
  /** How long it took, or has taken so far. */
  ms?: number;
  /** Why it failed or was skipped, and what was kept. */
  note?: string;
}

/** Long work by its named steps, each with its time; the line that changes is read out. */
export function StepsProgress({ label, steps }: { label: string; steps: readonly ProgressStep[] }) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const active = steps.find((step) => step.state === 'failed') ?? steps.find((step) => step.state === 'running');
  return (
    <div>
      <ol aria-label={label} className="grid">
        {steps.map((step) => (
          <li key={step.id} className="flex items-start gap-3 border-b border-border py-2 last:border-0">
            <StepMark state={step.state} />
            <span className="min-w-0 flex-1">
              <span className={step.state === 'waiting' ? 'text-subtle' : 'text-text'}>{step.label}</span>
              {step.note !== undefined && <span className="block text-sm wrap-anywhere text-muted">{step.note}</span>}
            </span>
            <span className="sr-only">{t(`steps.${step.state}`)}</span>
            <span className="text-sm tabular text-subtle">
              {step.ms === undefined ? '' : formatDuration(step.ms, locale)}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {active ? `${active.label}: ${t(`steps.${active.state}`)}` : ''}
      </p>
    </div>
  );
}

const MARKS = {
  waiting: <span className="size-1.5 rounded-full bg-border-strong" />,
  running: <Spinner />,
  done: <Check className="size-4 text-positive-text" />,
  failed: <X className="size-4 text-negative-text" />,
  skipped: <Minus className="size-4 text-subtle" />,
  undone: <RotateCcw className="size-4 text-warning-text" />,
} as const;

function StepMark({ state }: { state: ProgressStep['state'] }) {
  return (
    <span aria-hidden="true" className="mt-0.5 grid size-4 shrink-0 place-items-center text-accent-text">
      {MARKS[state]}
    </span>
  );
}

function formatDuration(ms: number, locale: string): string {
  const written = (value: number, unit: string, maximumFractionDigits = 0): string =>
    numberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value);
  if (ms < 1_000) return written(ms, 'millisecond');
  if (ms < 60_000) return written(ms / 1_000, 'second', 1);
  return `${written(Math.floor(ms / 60_000), 'minute')} ${written((ms % 60_000) / 1_000, 'second')}`;
}
