'use client';

import { useState, useTransition, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';

export type FindResult<T> = { ok: true; data: T } | { ok: false; error: Failure };

/** One field, one action: what is wrong with the field stands at it, anything else above. */
export function useFindForm<T>(
  field: 'slug' | 'email',
  act: (value: string) => Promise<FindResult<T>>,
  onDone: (data: T, value: string) => void,
) {
  const t = useTranslations('find');
  const text = useFailureText();
  const [value, setValue] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, start] = useTransition();

  const atField = failure?.fields?.[field] !== undefined;
  return {
    value,
    setValue,
    pending,
    fieldError: atField ? t(field === 'slug' ? 'invalid' : 'emailInvalid') : undefined,
    problems: failure === null || atField ? [] : [{ message: text.sentence(failure) }],
    submit(event: SubmitEvent<HTMLFormElement>) {
      event.preventDefault();
      start(async () => {
        const result = await act(value);
        setFailure(result.ok ? null : result.error);
        if (result.ok) onDone(result.data, value);
      });
    },
  };
}
