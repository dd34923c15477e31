'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Stepper, type Step } from '@/components/ui/stepper';
import { AddressStep } from './address-step';
import { AdminStep } from './admin-step';
import { BrandingStep } from './branding-step';
import { isInOrder, mayOpen } from './check-step';
import { wizardSteps, type Draft, type FormStep, type WizardStep } from './draft';
import { DraftBar } from './draft-bar';
import { FeaturesStep } from './features-step';
import { OrganisationStep } from './organisation-step';
import { PlanStep } from './plan-step';
import { ReviewStep } from './review-step';
import { SignInPreview } from './sign-in-preview';
import { StepFrame } from './step-frame';
import type { StepProps } from './step-props';
import { useCreateTenant } from './use-create-tenant';
import type { DraftHandle } from './use-draft';
import { useProblemSummary } from './use-problem-summary';
import { useStepCheck } from './use-step-check';
import { goToStep, hrefOfStep, useCurrentStep } from './use-wizard-path';
import type { WizardFacts, WizardServices } from './wizard-types';

interface FilledWizardProps {
  handle: DraftHandle;
  wanted: string | null;
  facts: WizardFacts;
  services: WizardServices;
}

const questions: Record<FormStep, (props: StepProps) => ReactNode> = {
  organisation: OrganisationStep,
  plan: PlanStep,
  address: AddressStep,
  branding: BrandingStep,
  features: FeaturesStep,
  admin: AdminStep,
};

export function FilledWizard({ handle, wanted, facts, services }: FilledWizardProps) {
  const t = useTranslations('wizard');
  const { draft, change, update } = handle;
  const step = useCurrentStep(handle, wanted);
  const { problems, pass, blame } = useStepCheck(draft, step);
  const create = useCreateTenant(services.createTenant, handle, blame);
  const summary = useProblemSummary(step, problems, create.failure);

  function advance() {
    if (step === 'review') return create.submit();
    if (!pass()) return;
    update((current) => ({ ...current, visited: [...new Set([...current.visited, step])] }));
    goToStep(wizardSteps[wizardSteps.indexOf(step) + 1] ?? 'review');
  }

  const before = wizardSteps[wizardSteps.indexOf(step) - 1];
  const props: StepProps = { draft, change, problems, facts, services };
  const Questions = step === 'review' ? null : questions[step];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-6 md:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,34rem)_minmax(20rem,1fr)]">
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-4">
        <Stepper label={t('stepsLabel')} steps={stepperSteps(draft, step, (name) => t(`step.${name}`))} />
        <DraftBar handle={handle} />
      </div>
      <div className="min-w-0">
        <StepFrame
          step={step}
          problems={summary}
          onContinue={advance}
          onBack={before && (() => goToStep(before))}
          submitLabel={step === 'review' ? t('create') : undefined}
          pending={create.pending}
        >
          {Questions ? <Questions {...props} /> : <ReviewStep {...props} hrefOf={hrefOfStep} />}
        </StepFrame>
      </div>
      <div className="min-w-0 md:col-start-2 xl:col-start-3 xl:sticky xl:top-18 xl:self-start">
        <SignInPreview draft={draft} facts={facts} brandVariables={services.brandVariables} />
      </div>
    </div>
  );
}

function stepperSteps(draft: Draft, current: WizardStep, label: (step: WizardStep) => string): Step[] {
  return wizardSteps.map((step) => {
    const visited = draft.visited.includes(step);
    const state = step === current ? 'current' : !visited ? 'todo' : isInOrder(draft, step) ? 'done' : 'problem';
    return { id: step, label: label(step), state, href: mayOpen(draft, step) ? hrefOfStep(step) : undefined };
  });
}
