'use client';

import { useSearchParams } from 'next/navigation';
import { Suspense } from 'react';
import { Skeleton, SkeletonText } from '@/components/ui/skeleton';
import { FilledWizard } from './filled-wizard';
import { RunView } from './run-view';
import { useDraft } from './use-draft';
import type { WizardFacts, WizardServices } from './wizard-types';

interface WizardProps {
  facts: WizardFacts;
  services: WizardServices;
}

/** Form, then progress, then addresses. Step and run stand in the address bar, so reload and the browser's own Back work. */
export function Wizard(props: WizardProps) {
  return (
    <Suspense fallback={<WizardSkeleton />}>
      <WizardInside {...props} />
    </Suspense>
  );
}

function WizardInside({ facts, services }: WizardProps) {
  const query = useSearchParams();
  const handle = useDraft(facts.draftOwner, facts.plans.plans[0]?.key ?? '', facts.brandStart);
  const runId = query.get('run');
  if (!handle) return <WizardSkeleton />;
  if (runId) return <RunView runId={runId} handle={handle} />;
  return <FilledWizard handle={handle} wanted={query.get('step')} facts={facts} services={services} />;
}

function WizardSkeleton() {
  return (
    <div className="grid gap-8 md:grid-cols-[13rem_minmax(0,1fr)]" aria-hidden="true">
      <div className="hidden content-start gap-2 md:grid">
        {Array.from({ length: 7 }, (_, index) => (
          <Skeleton key={index} className="h-8" />
        ))}
      </div>
      <div className="grid max-w-xl content-start gap-6">
        <Skeleton className="h-6 w-56" />
        <SkeletonText lines={2} />
        <Skeleton className="h-9" />
        <Skeleton className="h-9" />
      </div>
    </div>
  );
}
