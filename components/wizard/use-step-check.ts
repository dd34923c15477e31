'use client';

import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { SlugAnswer } from '@/lib/workflows/provisioning/schema';
import { checkStep, type StepProblems } from './check-step';
import type { Draft, WizardStep } from './draft';
import { slugQueryKey } from './use-slug-check';

interface StepCheck {
  /** What is wrong with the step that is shown, since "Continue" was last pressed. */
  problems: StepProblems;
  /** Looks at the step; false when it is not in order. */
  pass: () => boolean;
  /** Problems that the server found. */
  blame: (step: WizardStep, problems: StepProblems) => void;
}

/** A problem that has been put right disappears while typing; new ones wait for "Continue". */
export function useStepCheck(draft: Draft, step: WizardStep): StepCheck {
  const queries = useQueryClient();
  const [checked, setChecked] = useState<{ step: WizardStep; problems: StepProblems; slug: string | null }>();

  function blame(at: WizardStep, problems: StepProblems) {
    setChecked({ step: at, problems, slug: draft.address.slug });
  }

  function pass(): boolean {
    const found = step === 'review' ? {} : { ...knownTaken(), ...checkStep(draft, step) };
    const inOrder = Object.keys(found).length === 0;
    if (inOrder) setChecked(undefined);
    else blame(step, found);
    return inOrder;
  }

  /** Only the server knows this one; the field has asked already. */
  function knownTaken(): StepProblems {
    if (step !== 'address') return {};
    const answer = queries.getQueryData<SlugAnswer>(slugQueryKey(draft.address.slug ?? '', draft.organisation.name));
    return answer?.state === 'taken' ? { slug: 'taken' } : {};
  }

  if (checked?.step !== step) return { problems: {}, pass, blame };
  const now = step === 'review' ? {} : checkStep(draft, step);
  const remains = ([field, problem]: [string, string]) =>
    problem === 'taken' ? checked.slug === draft.address.slug : now[field] === problem;
  return { problems: Object.fromEntries(Object.entries(checked.problems).filter(remains)), pass, blame };
}
