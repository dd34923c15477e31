'use client';

import Link from 'next/link';
import { Check, ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Progress } from '@/components/ui/progress';
import { Section } from '@/components/ui/section';
import type { SetupStep } from '@/lib/workflows/dashboard/schema';

/** What a new tenant still has to do; each line leads to the place, and ticks itself. */
export function SetupList({ steps, tenantName }: { steps: readonly SetupStep[]; tenantName: string }) {
  const t = useTranslations('dashboard');
  const done = steps.filter((step) => step.done).length;
  const progress = t('setup.progress', { done, total: steps.length });
  return (
    <Section
      title={t('setup.title', { tenant: tenantName })}
      actions={
        <div className="flex items-center gap-3">
          <span className="text-sm tabular text-muted">{progress}</span>
          <div className="w-28">
            <Progress label={progress} value={done / steps.length} />
          </div>
        </div>
      }
    >
      <ul className="grid overflow-hidden rounded-lg border border-border bg-raised md:grid-cols-2 xl:grid-cols-3">
        {steps.map((step) => (
          <li key={step.key} className="-mr-px -mb-px border-e border-b border-border">
            {step.done ? <DoneStep step={step} /> : <OpenStep step={step} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OpenStep({ step }: { step: SetupStep }) {
  const t = useTranslations('dashboard');
  return (
    <Link
      href={step.href}
      className="group flex h-full items-start gap-3 p-4 hover:bg-hover focus-visible:-outline-offset-2"
    >
      <span aria-hidden="true" className="mt-0.5 size-4 shrink-0 rounded-full border border-border-strong" />
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="font-medium">{t(`setup.${step.key}.title`)}</span>
        <span className="text-sm text-pretty text-muted">{t(`setup.${step.key}.text`)}</span>
      </span>
      <ChevronRight
        aria-hidden="true"
        className="mt-0.5 size-4 shrink-0 text-subtle group-hover:text-text rtl:-scale-x-100"
      />
    </Link>
  );
}

function DoneStep({ step }: { step: SetupStep }) {
  const t = useTranslations('dashboard');
  return (
    <div className="flex h-full items-start gap-3 p-4">
      <span
        aria-hidden="true"
        className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full bg-positive-soft text-positive-text"
      >
        <Check className="size-3" />
      </span>
      <span className="min-w-0 text-muted">
        {t(`setup.${step.key}.title`)}
        <span className="sr-only">: {t('setup.doneMark')}</span>
      </span>
    </div>
  );
}
