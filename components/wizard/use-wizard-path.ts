'use client';

import { useEffect } from 'react';
import { wizardSteps, type Draft, type WizardStep } from './draft';
import { furthestStep, mayOpen } from './check-step';
import type { DraftHandle } from './use-draft';

const PATH = '/tenants/new';

export function hrefOfStep(step: WizardStep): string {
  return `${PATH}?step=${step}`;
}

/** Next follows the history of the browser, so a step costs no round trip. */
export function goToStep(step: WizardStep): void {
  window.history.pushState(null, '', hrefOfStep(step));
}

export function goToRun(runId: string): void {
  window.history.pushState(null, '', `${PATH}?run=${runId}`);
}

/** The step to show: the one in the address, else where the draft was left; never further than the answers reach. */
export function useCurrentStep({ draft, update }: DraftHandle, wanted: string | null): WizardStep {
  const step = allowed(draft, wizardSteps.find((known) => known === wanted) ?? draft.step);
  useEffect(() => {
    // The address always says which step it shows: "Back" then leads to what was there before.
    if (wanted !== step) window.history.replaceState(null, '', hrefOfStep(step));
  }, [wanted, step]);
  useEffect(() => {
    if (step !== draft.step) update((current) => ({ ...current, step }));
  }, [step, draft.step, update]);
  return step;
}

function allowed(draft: Draft, step: WizardStep): WizardStep {
  return mayOpen(draft, step) ? step : furthestStep(draft);
}
