'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useToast } from '@/components/ui/toast';
import { tenantNameSchema } from '@/lib/features/tenants/schema';

interface RenameFormProps {
  id: string;
  name: string;
  mayManage: boolean;
  rename: Act<{ id: string; name: string }, void>;
}

export function RenameForm({ id, name, mayManage, rename }: RenameFormProps) {
  const t = useTranslations('tenant');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [value, setValue] = useState(name);
  const [problem, setProblem] = useState<string>();
  const act = useAct(rename, {
    stale: 'tenants',
    onDone: () => toast.done(t('settings.nameSaved')),
    onRefused: (failure) => setProblem(field(failure.fields?.name) ?? sentence(failure)),
  });

  function submit() {
    const parsed = tenantNameSchema.safeParse(value);
    setProblem(parsed.success ? undefined : field(parsed.error.issues[0]?.message));
    if (parsed.success) act.mutate({ id, name: parsed.data });
  }

  return (
    <form
      noValidate
      className="flex max-w-xl flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Field label={t('settings.nameLabel')} error={problem} className="min-w-56 flex-1">
        {(control) => (
          <Input
            {...control}
            value={value}
            maxLength={80}
            disabled={!mayManage}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      {mayManage && (
        <Button type="submit" pending={act.isPending} disabled={value.trim() === name}>
          {t('settings.saveName')}
        </Button>
      )}
    </form>
  );
}
