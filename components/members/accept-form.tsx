'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import { PasswordStrength } from '@/components/ui/password-strength';

interface AcceptFormProps {
  token: string;
  email: string;
  name: string;
  accept: Act<{ token: string; name: string; password: string }, { location: string }>;
}

export function AcceptForm({ token, email, name: suggested, accept }: AcceptFormProps) {
  const t = useTranslations('members');
  const { sentence, field } = useFailureText();
  const [name, setName] = useState(suggested);
  const [password, setPassword] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  // A full load: the next page belongs to the new session.
  const act = useAct(accept, {
    leaves: true,
    onDone: ({ location }) => window.location.assign(location),
    onRefused: setFailure,
  });
  const { fields } = failure ?? {};
  const problems = failure && !fields ? [{ message: sentence(failure) }] : [];
  return (
    <form
      className="grid gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setFailure(null);
        act.mutate({ token, name, password });
      }}
    >
      <FormSummary problems={problems} />
      {/* Lets a password manager store the account under its address. */}
      <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
      <Field label={t('accept.name')} id="name" error={field(fields?.name)}>
        {(control) => (
          <Input
            {...control}
            name="name"
            autoComplete="name"
            required
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('accept.password')}
        id="password"
        help={<PasswordStrength password={password} />}
        error={field(fields?.password)}
      >
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            autoComplete="new-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={act.isPending || act.isSuccess}>
        {t('accept.submit')}
      </Button>
    </form>
  );
}
