'use client';

import { useTransition, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { Input } from '@/components/ui/input';
import { PasswordInput } from '@/components/ui/password-input';
import { TextLink } from '@/components/ui/text-link';
import { useHydrated } from '@/components/ui/use-hydrated';
import type { ShownResult } from './action-problem';
import { useProblems } from './use-problems';

interface SignInFormProps {
  signIn: (input: { email: string; password: string; returnTo?: string }) => Promise<ShownResult<{ location: string }>>;
  returnTo: string | undefined;
}

export function SignInForm({ signIn, returnTo }: SignInFormProps) {
  const t = useTranslations('signIn');
  const [pending, start] = useTransition();
  const { problems, fieldError, show } = useProblems();
  const hydrated = useHydrated();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    // Read from the form, so that what was typed or filled in before the page's code arrived counts as well.
    const typed = new FormData(event.currentTarget);
    const [email, password] = [String(typed.get('email')), String(typed.get('password'))];
    start(async () => {
      const result = await signIn({ email, password, returnTo });
      // A full load: the next page belongs to another session.
      if (result.ok) window.location.assign(result.data.location);
      else show(result.error);
    });
  }

  return (
    <form className="grid gap-4" method="post" onSubmit={submit} noValidate>
      <FormSummary problems={problems} />
      <Field label={t('email')} id="email" error={fieldError('email')}>
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="username"

            required
          />
        )}
      </Field>
      <Field
        label={t('password')}
        id="password"
        error={fieldError('password')}
        aside={<TextLink href="/forgot-password">{t('forgot')}</TextLink>}
      >
        {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" required />}
      </Field>
      {/* Until then the browser would send the form by itself, and the page would come back empty. */}
      <Button type={hydrated ? 'submit' : 'button'} variant="primary" pending={pending}>
        {t('submit')}
      </Button>
    </form>
  );
}
