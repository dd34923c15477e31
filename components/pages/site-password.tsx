'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { PasswordInput } from '@/components/ui/password-input';
import { Section } from '@/components/ui/section';
import { useToast } from '@/components/ui/toast';
import { changeSitePasswordSchema, type ChangeSitePassword } from '@/lib/features/site/schema';

interface SitePasswordProps {
  hasPassword: boolean;
  change: Act<ChangeSitePassword, { updatedAt: string }>;
}

/** Closes the site to those who don't know a word, or opens it again. In force at once. */
export function SitePassword({ hasPassword, change }: SitePasswordProps) {
  const t = useTranslations('pages');
  const toast = useToast();
  const { field } = useFailureText();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const act = useAct(change, {
    onDone: (_data, input) => {
      setPassword('');
      toast.done(t(input.password === null ? 'settings.passwordRemoved' : 'settings.passwordSaved'));
    },
  });

  function save() {
    const parsed = changeSitePasswordSchema.safeParse({ password });
    if (parsed.success) act.mutate(parsed.data);
    else setProblem(parsed.error.issues[0]?.message);
  }

  return (
    <Section title={t('settings.password')} description={t('settings.passwordDescription')} layout="split">
      <div className="grid gap-4">
        <p>{t(hasPassword ? 'settings.passwordOn' : 'settings.passwordOff')}</p>
        <Field label={t('settings.newPassword')} help={t('settings.passwordHelp')} error={field(problem)}>
          {(control) => (
            <PasswordInput
              {...control}
              autoComplete="new-password"
              value={password}
              onChange={({ target }) => {
                setPassword(target.value);
                setProblem(undefined);
              }}
            />
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" pending={act.isPending} onClick={save}>
            {t('settings.setPassword')}
          </Button>
          {hasPassword && (
            <Button variant="ghost" disabled={act.isPending} onClick={() => act.mutate({ password: null })}>
              {t('settings.removePassword')}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}
