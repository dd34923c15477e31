'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct, type Act } from '@/components/i18n/use-act';
import { useFailureText, type Failure } from '@/components/i18n/use-failure-text';
import { FormSummary } from '@/components/ui/form-summary';
import { SaveBar } from '@/components/ui/save-bar';
import type { SettingsInput } from '@/lib/features/settings/schema';
import { FinanceFields } from './finance-fields';
import { OrganisationFields } from './organisation-fields';
import { RegionFields } from './region-fields';
import type { SettingsDraft } from './settings-types';

interface SettingsFormProps {
  initial: SettingsInput;
  save: Act<SettingsInput, { changed: number }>;
  readOnly: boolean;
  /** The server's moment, for the sample line and the offsets. */
  now: string;
}

export function SettingsForm({ initial, save, readOnly, now }: SettingsFormProps) {
  const t = useTranslations('settings');
  const { sentence, field } = useFailureText();
  const [stored, setStored] = useState(initial);
  const [values, setValues] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = useAct(save, {
    onDone: (_data, input) => {
      setStored(input);
      setFailure(null);
    },
    onRefused: setFailure,
  });
  const dirty = JSON.stringify(values) !== JSON.stringify(stored);
  const draft: SettingsDraft = {
    values,
    readOnly,
    now: new Date(now),
    set: (change) => setValues((before) => ({ ...before, ...change })),
    errorOf: (name) => field(failure?.fields?.[name]),
  };
  return (
    <form
      className="grid gap-10"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (dirty && !act.isPending) act.mutate(values);
      }}
    >
      <FormSummary problems={problemsOf(failure, field, sentence)} />
      <OrganisationFields draft={draft} />
      <RegionFields draft={draft} />
      <FinanceFields draft={draft} />
      {!readOnly && (
        <SaveBar
          state={act.isPending ? 'saving' : failure ? 'failed' : dirty ? 'dirty' : act.isSuccess ? 'saved' : 'clean'}
          saveLabel={t('save')}
          problem={failure ? sentence(failure) : undefined}
          onDiscard={() => {
            setValues(stored);
            setFailure(null);
          }}
        />
      )}
    </form>
  );
}

function problemsOf(
  failure: Failure | null,
  field: (message: string | undefined) => string | undefined,
  sentence: (failure: Failure) => string,
) {
  if (!failure) return [];
  const fields = Object.entries(failure.fields ?? {});
  if (fields.length === 0) return [{ message: sentence(failure) }];
  return fields.map(([name, message]) => ({ fieldId: `settings-${name}`, message: field(message) ?? message }));
}
