'use client';

import { useTranslations } from 'use-intl';
import type { FormProblem } from '@/components/ui/form-summary';
import type { StepProblems } from './check-step';
import type { WizardStep } from './draft';
import { fieldId } from './step-props';
import { useProblemWords } from './use-problem-words';

/** The problems of a step, named and linked, for the box above its questions. */
export function useProblemSummary(
  step: WizardStep,
  problems: StepProblems,
  failure: string | undefined,
): FormProblem[] {
  const t = useTranslations('wizard');
  const words = useProblemWords();
  const fields = Object.entries(problems).map(([field, problem]) => ({
    message: t('problemOf', { field: fieldName(step, field, t), problem: words(problem) ?? '' }),
    fieldId: fieldId(step === 'admin' && field === 'name' ? 'adminName' : field),
  }));
  return failure === undefined ? fields : [{ message: failure }, ...fields];
}

type Words = ReturnType<typeof useTranslations<'wizard'>>;

/** The label of a field, as the summary of problems calls it. */
function fieldName(step: WizardStep, field: string, t: Words): string {
  const key = `${step}.${renamed[field] ?? field}`;
  return t.has(key as 'admin.email') ? t(key as 'admin.email') : t(`step.${step}`);
}

const renamed: Record<string, string> = { brandColour: 'colour', neutralTint: 'tint', planKey: 'legend' };
