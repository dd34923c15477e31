'use client';

import { useState, useTransition, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { Input } from '@/components/ui/input';
import type { ShownResult } from './action-problem';
import { useProblems } from './use-problems';

export function ForgotPasswordForm({
  requestReset,
}: {
  requestReset: (input: { email: string }) => Promise<ShownResult<null>>;
}) {
  const t = useTranslations('signIn');
  const [pending, start] = useTransition();
  const { problems, fieldError, show, clear } = useProblems();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    start(async () => {
      const result = await requestReset({ email });
      if (!result.ok) return show(result.error);
      clear();
      setSentTo(email);
    });
  }

  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <FormSummary problems={problems} />
      <div aria-live="polite">
        {sentTo === null ? null : (
          <Callout tone="positive" title={t('sentTitle')}>
            {t('sentText', { email: sentTo })}
          </Callout>
        )}
      </div>
      <Field label={t('email')} id="email" error={fieldError('email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"

            required
            value={email}
            onChange={(e) => setEmail(e.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {t('sendLink')}
      </Button>
    </form>
  );
}
