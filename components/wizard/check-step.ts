import type { z } from 'zod';
import {
  addressSchema,
  adminSchema,
  brandingSchema,
  featuresSchema,
  organisationSchema,
  planSchema,
} from '@/lib/workflows/provisioning/schema';
import { toInput, wizardSteps, type Draft, type FormStep, type WizardStep } from './draft';

/** Field of a step → key of the problem, in words under `problem` of the catalogue. */
export type StepProblems = Record<string, string>;

const schemas: Record<FormStep, z.ZodType> = {
  organisation: organisationSchema,
  plan: planSchema,
  address: addressSchema,
  branding: brandingSchema,
  features: featuresSchema,
  admin: adminSchema,
};

/** The same schema that the server applies; empty when the step is in order. */
export function checkStep(draft: Draft, step: FormStep): StepProblems {
  const result = schemas[step].safeParse(toInput(draft)[step]);
  const problems: StepProblems = {};
  for (const { path, message } of result.error?.issues ?? []) problems[String(path[0] ?? '')] ??= message;
  return problems;
}

export function isInOrder(draft: Draft, step: WizardStep): boolean {
  return step === 'review' || Object.keys(checkStep(draft, step)).length === 0;
}

/** How far one may go: up to the first step that is not in order, or was never looked at. */
export function furthestStep(draft: Draft): WizardStep {
  return (
    wizardSteps.find((step) => step === 'review' || !draft.visited.includes(step) || !isInOrder(draft, step)) ??
    'review'
  );
}

export function mayOpen(draft: Draft, step: WizardStep): boolean {
  return wizardSteps.indexOf(step) <= wizardSteps.indexOf(furthestStep(draft));
}
