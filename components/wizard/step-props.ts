import type { StepProblems } from './check-step';
import type { Draft } from './draft';
import type { DraftHandle } from './use-draft';
import type { WizardFacts, WizardServices } from './wizard-types';

/** What every step's questions get. */
export interface StepProps {
  draft: Draft;
  change: DraftHandle['change'];
  problems: StepProblems;
  facts: WizardFacts;
  services: WizardServices;
}

/** Ids of fields, so that the summary of problems can lead to them. */
export function fieldId(name: string): string {
  return `wizard-${name}`;
}
