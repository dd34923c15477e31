'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { SkeletonText } from '@/components/ui/skeleton';
import { StepsProgress, type ProgressStep } from '@/components/ui/steps-progress';
import type { Run } from '@/lib/workflows/provisioning/schema';
import { CreatedView } from './created-view';
import { UndoneView } from './undone-view';
import type { DraftHandle } from './use-draft';
import { useRun } from './use-run';
import { goToStep } from './use-wizard-path';

/** The creation as it happens: its steps by name, then the addresses, or why there are none. */
export function RunView({ runId, handle }: { runId: string; handle: DraftHandle }) {
  const t = useTranslations('wizard');
  const { run, missing, failed } = useRun(runId);
  const heading = useRef<HTMLHeadingElement>(null);
  const { clear } = handle;
  const status = run?.status;
  useEffect(() => {
    if (status) heading.current?.focus({ preventScroll: true });
    // The draft has become a tenant.
    if (status === 'completed') clear();
  }, [status, clear]);
  useEffect(() => {
    if (missing) goToStep('review');
  }, [missing]);

  return (
    <div className="mx-auto grid w-full max-w-2xl gap-6 py-2">
      {failed && !missing && <Callout tone="warning">{t('progress.failed')}</Callout>}
      {!run && <SkeletonText lines={8} />}
      {run && (
        <>
          {run.status === 'completed' && <CreatedView run={run} heading={heading} />}
          {run.status === 'rolled_back' && <UndoneView run={run} heading={heading} handle={handle} />}
          {run.status !== 'completed' && run.status !== 'rolled_back' && (
            <div className="grid gap-1">
              <h2
                ref={heading}
                tabIndex={-1}
                className="text-lg font-semibold tracking-tight wrap-anywhere outline-none"
              >
                {t('progress.title', { name: run.tenant.name })}
              </h2>
              <p className="text-muted">{run.status === 'rolling_back' ? t('progress.undoing') : t('progress.text')}</p>
            </div>
          )}
          {run.waitsForWorker && <Callout tone="warning">{t('progress.noWorker')}</Callout>}
          <StepsProgress
            label={t('progress.label')}
            steps={run.steps.map((step) => ({ ...toProgress(step), label: t(`progress.${step.name}`) }))}
          />
        </>
      )}
    </div>
  );
}

const states = {
  pending: 'waiting',
  running: 'running',
  done: 'done',
  failed: 'failed',
  compensated: 'undone',
} as const;

function toProgress({ name, status, ms }: Run['steps'][number]): Omit<ProgressStep, 'label'> {
  return { id: name, state: states[status], ms: ms ?? undefined };
}
