'use client';

import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useFailureText } from '@/components/i18n/use-failure-text';
import type { ActionFailure } from '@/lib/http/define-action';
import type { StepProblems } from './check-step';
import { toRequest, wizardSteps, type WizardStep } from './draft';
import type { DraftHandle } from './use-draft';
import { goToRun, goToStep } from './use-wizard-path';
import type { WizardServices } from './wizard-types';

interface Creation {
  submit: () => void;
  pending: boolean;
  /** Why the server did not accept the form, where no field is to blame. */
  failure: string | undefined;
}

/** Sends the form. The key belongs to the draft, so a second press, or a try after a lost answer, makes no second tenant. */
export function useCreateTenant(
  createTenant: WizardServices['createTenant'],
  handle: DraftHandle,
  onProblems: (step: WizardStep, problems: StepProblems) => void,
): Creation {
  const { sentence } = useFailureText();
  const [failure, setFailure] = useState<string>();
  const mutation = useMutation({
    mutationFn: () => createTenant({ tenant: toRequest(handle.draft), idempotencyKey: handle.draft.idempotencyKey }),
    onMutate: () => setFailure(undefined),
    onError: () => setFailure(sentence({ code: 'unavailable' })),
    onSuccess: (result) => {
      if (result.ok) return goToRun(result.data.runId);
      const blamed = firstStepOf(result.error);
      if (!blamed) return setFailure(sentence(result.error));
      onProblems(blamed.step, blamed.problems);
      goToStep(blamed.step);
    },
  });
  return { submit: () => mutation.mutate(), pending: mutation.isPending, failure };
}

/** The first step with a field that the server named (`tenant.address.slug` or `address.slug`), and its problems. */
function firstStepOf({ fields }: ActionFailure): { step: WizardStep; problems: StepProblems } | undefined {
  const named = Object.entries(fields ?? {}).map(([path, problem]) => ({
    parts: path.replace(/^tenant\./, '').split('.'),
    problem,
  }));
  const step = wizardSteps.find((known) => named.some(({ parts }) => parts[0] === known));
  if (!step) return undefined;
  const own = named.filter(({ parts }) => parts[0] === step);
  return { step, problems: Object.fromEntries(own.map(({ parts, problem }) => [parts[1] ?? '', problem])) };
}
