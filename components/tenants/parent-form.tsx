'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';

interface ParentFormProps {
  id: string;
  /** The slug of the tenant above; empty where there is none. */
  parentSlug: string;
  mayManage: boolean;
  save: Act<{ id: string; parentSlug: string | null }, void>;
}

export function ParentForm({ id, parentSlug, mayManage, save }: ParentFormProps) {
  const t = useTranslations('tenant');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [value, setValue] = useState(parentSlug);
  const [problem, setProblem] = useState<string>();
  const act = useAct(save, {
    stale: 'tenants',
    onDone: () => toast.done(t('settings.parentSaved')),
    onRefused: (failure) => setProblem(field(failure.fields?.parentSlug) ?? sentence(failure)),
  });
  return (
    <form
      noValidate
      className="flex max-w-xl flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        act.mutate({ id, parentSlug: value.trim() === '' ? null : value.trim() });
      }}
    >
      <Field
        label={t('settings.parentLabel')}
        help={t('settings.parentHelp')}
        error={problem}
        className="min-w-56 flex-1"
      >
        {(control) => (
          <Input
            {...control}
            value={value}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            disabled={!mayManage}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      {mayManage && (
        <Button type="submit" pending={act.isPending} disabled={value.trim() === parentSlug}>
          {t('settings.saveParent')}
        </Button>
      )}
    </form>
  );
}
