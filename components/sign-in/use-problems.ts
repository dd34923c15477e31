'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FormProblem } from '@/components/ui/form-summary';
import type { ShownFailure } from './action-problem';

/** Puts an action's refusal into words: at the field where it has one, above the form where it hasn't. */
export function useProblems() {
  const tErrors = useTranslations('errors');
  const tSignIn = useTranslations('signIn');
  const [failure, setFailure] = useState<ShownFailure | null>(null);

  const fieldMessage = (key: string): string => (tSignIn.has(key as never) ? tSignIn(key as never) : key);
  const fields = failure?.fields ?? {};
  const problems: FormProblem[] = Object.entries(fields).map(([fieldId, key]) => ({
    fieldId,
    message: fieldMessage(key),
  }));
  if (failure && problems.length === 0)
    problems.push({ message: tErrors((failure.messageKey ?? failure.code) as never, (failure.values ?? {}) as never) });

  return {
    problems,
    fieldError: (name: string): string | undefined =>
      fields[name] === undefined ? undefined : fieldMessage(fields[name]),
    show: setFailure,
    clear: () => setFailure(null),
  };
}
