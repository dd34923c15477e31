'use client';

import { useTranslations } from 'use-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { fieldId, type StepProps } from './step-props';
import { useProblemWords } from './use-problem-words';

export function AdminStep({ draft, change, problems }: StepProps) {
  const t = useTranslations('wizard');
  const words = useProblemWords();
  return (
    <>
      <Field id={fieldId('email')} label={t('admin.email')} help={t('admin.emailHelp')} error={words(problems.email)}>
        {(control) => (
          <Input
            {...control}
            type="email"
            inputMode="email"
            value={draft.admin.email}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => change('admin', { email: event.target.value })}
          />
        )}
      </Field>
      <Field id={fieldId('adminName')} label={t('admin.name')} aside={t('optional')} error={words(problems.name)}>
        {(control) => (
          <Input
            {...control}
            value={draft.admin.name}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => change('admin', { name: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
