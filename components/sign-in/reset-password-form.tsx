'use client';

import { useState, useTransition, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { PasswordInput } from '@/components/ui/password-input';
import type { ShownResult } from './action-problem';
import { useProblems } from './use-problems';

interface ResetPasswordFormProps {
  token: string;
  resetPassword: (input: { token: string; password: string }) => Promise<ShownResult<{ location: string }>>;
}

export function ResetPasswordForm({ token, resetPassword }: ResetPasswordFormProps) {
  const t = useTranslations('signIn');
  const [pending, start] = useTransition();
  const { problems, fieldError, show } = useProblems();
  const [password, setPassword] = useState('');

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    start(async () => {
      const result = await resetPassword({ token, password });
      if (result.ok) window.location.assign(result.data.location);
      else show(result.error);
    });
  }

  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <FormSummary problems={problems} />
      <Field label={t('newPassword')} id="password" help={t('passwordHelp')} error={fieldError('password')}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"

            required
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('resetSubmit')}
      </Button>
    </form>
  );
}
