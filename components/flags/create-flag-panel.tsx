'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { SidePanel } from '@/components/ui/side-panel';
import { useToast } from '@/components/ui/toast';
import { createFlagSchema, flagTypes, type FlagSummary } from '@/lib/core/flags/schema';
import { firstProblems } from './first-problems';
import { FlagFields, type FlagDraft } from './flag-fields';
import type { FlagActions } from './flag-types';

interface CreateFlagPanelProps {
  open: boolean;
  onClose: () => void;
  create: FlagActions['create'];
}

export function CreateFlagPanel(props: CreateFlagPanelProps) {
  const t = useTranslations('flags');
  const formId = useId();
  const [pending, setPending] = useState(false);
  return (
    <SidePanel
      open={props.open}
      onClose={props.onClose}
      locked={pending}
      title={t('form.createTitle')}
      description={t('form.createText')}
      footer={
        <Button type="submit" form={formId} variant="primary" pending={pending}>
          {t('form.create')}
        </Button>
      }
    >
      <CreateFlagForm {...props} formId={formId} onPending={setPending} />
    </SidePanel>
  );
}

type Type = FlagSummary['type'];
const EMPTY: FlagDraft = { name: '', description: '', category: 'general', defaultValue: false, tenantEditable: false };
const NEUTRAL = { boolean: false, number: 0, string: '' } as const;

/** Mounted only while the panel is open: every opening starts empty. */
function CreateFlagForm({
  formId,
  create,
  onClose,
  onPending,
}: CreateFlagPanelProps & { formId: string; onPending: (pending: boolean) => void }) {
  const t = useTranslations('flags');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const [key, setKey] = useState('');
  const [type, setType] = useState<Type>('boolean');
  const [draft, setDraft] = useState(EMPTY);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string>();
  const act = useAct(create, {
    stale: 'flags',
    onDone: () => {
      onPending(false);
      onClose();
      toast.done(t('form.created', { name: draft.name }));
    },
    onRefused: (failure) => {
      onPending(false);
      setProblems(failure.fields ?? {});
      setRefusal(failure.fields ? undefined : sentence(failure));
    },
  });

  function chooseType(next: Type) {
    setType(next);
    setDraft({ ...draft, defaultValue: NEUTRAL[next], tenantEditable: false });
  }

  function submit() {
    const parsed = createFlagSchema.safeParse({ key, type, ...draft });
    setProblems(firstProblems(parsed.error));
    if (!parsed.success) return;
    onPending(true);
    act.mutate(parsed.data);
  }

  return (
    <form
      id={formId}
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) submit();
      }}
    >
      {refusal !== undefined && <Callout tone="negative">{refusal}</Callout>}
      <Field label={t('form.key')} help={t('form.keyHelp')} error={field(problems.key)}>
        {(control) => (
          <Input
            {...control}
            mono
            value={key}
            placeholder={t('form.keyPlaceholder')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            onChange={(event) => setKey(event.target.value)}
          />
        )}
      </Field>
      <RadioGroup
        legend={t('form.type')}
        name="flag-type"
        value={type}
        onChange={(event) => chooseType(flagTypes.find((each) => each === event.target.value) ?? 'boolean')}
        options={flagTypes.map((value) => ({ value, label: t(`type.${value}`), hint: t(`form.typeHint.${value}`) }))}
      />
      <FlagFields
        flag={{ type, kind: 'feature', meter: null }}
        draft={draft}
        problems={problems}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
      />
    </form>
  );
}
