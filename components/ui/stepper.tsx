'use client';

import Link from 'next/link';
import clsx from 'clsx';
import { Check, CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';

export interface Step {
  id: string;
  label: string;
  state: 'done' | 'current' | 'todo' | 'problem';
  /** Where a step that was reached already can be opened again. */
  href?: string;
  /** What was chosen there, in a few words. */
  summary?: string;
}

/** Where one is in a wizard: a column beside the question, a row above it on a phone. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={label}>
      <ol className="relative flex gap-0.5 overflow-x-auto [scrollbar-width:none] md:grid md:grid-cols-[minmax(0,1fr)] md:overflow-visible">
        {steps.map((step, index) => (
          <li key={step.id} aria-current={step.state === 'current' ? 'step' : undefined} className="shrink-0">
            <StepRow step={step} number={index + 1} word={t(`stepper.${step.state}`)} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepRow({ step, number, word }: { step: Step; number: number; word: string }) {
  const current = step.state === 'current';
  const content = (
    <>
      <Mark state={step.state} number={number} />
      <span className="min-w-0 py-0.5">
        <span
          className={clsx(
            // On a phone the marks make one row, and only the present step has room for its name.
            'block truncate',
            !current && 'max-md:sr-only',
            current ? 'font-medium text-text' : step.state === 'todo' ? 'text-subtle' : 'text-muted',
          )}
        >
          {step.label}
        </span>
        {step.summary !== undefined && (
          <span className="hidden truncate text-sm text-subtle md:block">{step.summary}</span>
        )}
        <span className="sr-only">{word}</span>
      </span>
    </>
  );
  const look = clsx(
    'flex min-h-control items-start gap-2.5 rounded-md p-1.5',
    // Seven marks and one name fit a phone.
    current ? 'bg-hover pe-3' : 'max-md:px-0.5 md:pe-3',
  );
  if (step.href === undefined || current) return <span className={look}>{content}</span>;
  return (
    <Link href={step.href} className={clsx(look, 'hover:bg-hover')}>
      {content}
    </Link>
  );
}

function Mark({ state, number }: { state: Step['state']; number: number }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'forced-border mt-0.5 grid size-5 shrink-0 place-items-center rounded-full text-xs font-medium tabular [&_svg]:size-3',
        MARK[state],
      )}
    >
      {state === 'done' ? <Check strokeWidth={3} /> : state === 'problem' ? <CircleAlert /> : number}
    </span>
  );
}

const MARK: Record<Step['state'], string> = {
  done: 'bg-accent-soft text-accent-text',
  current: 'bg-accent text-on-accent',
  todo: 'bg-hover text-subtle',
  problem: 'bg-negative-soft text-negative-text',
};
