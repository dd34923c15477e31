'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { PasswordInput } from '@/components/ui/password-input';
import { PasswordStrength } from '@/components/ui/password-strength';
import { useToast } from '@/components/ui/toast';

interface PasswordFormProps {
  email: string;
  change: Act<{ current: string; password: string }, { otherSessionsEnded: number }>;
}

export function PasswordForm({ email, change }: PasswordFormProps) {
  const t = useTranslations('account');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = useAct(change, {
    stale: 'sessions',
    onDone: ({ otherSessionsEnded }) => {
      setCurrent('');
      setPassword('');
      toast.done(t('password.done', { count: otherSessionsEnded }));
    },
    onRefused: setFailure,
  });
  const fields = failure?.fields;
  return (
    <form
      className="grid max-w-md gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setFailure(null);
        act.mutate({ current, password });
      }}
    >
      <FormSummary problems={failure && !fields ? [{ message: sentence(failure) }] : []} />
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('password.current')} error={field(fields?.current)}>
        {(control) => (
          <PasswordInput
            {...control}
            name="current"
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('password.next')} help={<PasswordStrength password={password} />} error={field(fields?.password)}>
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div>
        <Button type="submit" pending={act.isPending}>
          {t('password.submit')}
        </Button>
      </div>
    </form>
  );
}
