'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { useToast } from '@/components/ui/toast';
import { changeFlagSchema, flagCategories, type FlagSummary } from '@/lib/core/flags/schema';
import { firstProblems } from './first-problems';
import { FlagFields, type FlagDraft } from './flag-fields';
import type { FlagActions } from './flag-types';

interface EditFlagFormProps {
  flag: FlagSummary;
  change: FlagActions['change'];
  onSaved: () => void;
}

export function EditFlagForm({ flag, change, onSaved }: EditFlagFormProps) {
  const t = useTranslations('flags');
  const toast = useToast();
  const { sentence } = useFailureText();
  const [draft, setDraft] = useState<FlagDraft>(draftOf(flag));
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string>();
  const act = useAct(change, {
    stale: 'flags',
    onDone: () => {
      toast.done(t('form.saved', { name: draft.name }));
      onSaved();
    },
    onRefused: (failure) => {
      setProblems(failure.fields ?? {});
      setRefusal(failure.fields ? undefined : sentence(failure));
    },
  });

  function submit() {
    const parsed = changeFlagSchema.safeParse({ key: flag.key, ...draft });
    setProblems(firstProblems(parsed.error));
    if (parsed.success) act.mutate(parsed.data);
  }

  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) submit();
      }}
    >
      {refusal !== undefined && <Callout tone="negative">{refusal}</Callout>}
      <FlagFields
        flag={flag}
        draft={draft}
        problems={problems}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
      />
      <Button type="submit" variant="primary" pending={act.isPending} className="justify-self-end">
        {t('form.save')}
      </Button>
    </form>
  );
}

function draftOf({ name, description, category, defaultValue, tenantEditable }: FlagSummary): FlagDraft {
  return {
    name,
    description,
    defaultValue,
    tenantEditable,
    category: flagCategories.find((each) => each === category) ?? 'general',
  };
}
