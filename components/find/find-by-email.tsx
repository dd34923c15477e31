'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { FormSummary } from '@/components/ui/form-summary';
import { Input } from '@/components/ui/input';
import { useFindForm, type FindResult } from './use-find-form';

/** By mail, for those who don't know the name. The answer is the same whether the address is known or not. */
export function FindByEmail({ find }: { find: (input: { email: string }) => Promise<FindResult<null>> }) {
  const t = useTranslations('find');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { value, setValue, pending, fieldError, problems, submit } = useFindForm(
    'email',
    (email) => find({ email }),
    (_data, email) => setSentTo(email),
  );
  return (
    <form className="grid gap-4" onSubmit={submit} noValidate>
      <FormSummary problems={problems} />
      <div aria-live="polite" className="empty:-mb-4">
        {sentTo !== null && (
          <Callout tone="positive" title={t('sentTitle')}>
            {t('sent', { email: sentTo })}
          </Callout>
        )}
      </div>
      <Field label={t('email')} id="email" error={fieldError}>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="email"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" pending={pending}>
        {t('mailSubmit')}
      </Button>
    </form>
  );
}
