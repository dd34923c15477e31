'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAct } from '@/components/i18n/use-act';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { setOverrideSchema, type FlagSummary, type TenantChoice, type TenantOfFlag } from '@/lib/core/flags/schema';
import type { FlagActions } from './flag-types';
import { firstProblems } from './first-problems';
import { TenantPicker } from './tenant-picker';
import { useValueText } from './use-value-text';
import { ValueInput } from './value-input';

interface OverrideFormProps {
  flag: FlagSummary;
  /** Null: to be chosen. With its value when it is known. */
  tenant: TenantChoice | TenantOfFlag | null;
  set: FlagActions['setOverride'];
  onClose: () => void;
}

/** Gives one tenant its own value, with the reason. */
export function OverrideForm({ flag, tenant: given, set, onClose }: OverrideFormProps) {
  const t = useTranslations('flags');
  const toast = useToast();
  const { sentence, field } = useFailureText();
  const text = useValueText();
  const titleId = useId();
  const [tenant, setTenant] = useState<TenantChoice | null>(given);
  const [value, setValue] = useState(startValue(flag, given));
  const [reason, setReason] = useState(given && 'override' in given ? (given.override?.reason ?? '') : '');
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string>();
  const act = useAct(set, {
    stale: 'flags',
    onDone: () => {
      toast.done(t('override.set', { tenant: tenant?.name ?? '', value: text(flag, value) }));
      onClose();
    },
    onRefused: (failure) => {
      setProblems(failure.fields ?? {});
      setRefusal(failure.fields ? undefined : sentence(failure));
    },
  });

  function submit() {
    const parsed = setOverrideSchema.safeParse({ tenantId: tenant?.id, key: flag.key, value, reason });
    setProblems(firstProblems(parsed.error));
    setRefusal(undefined);
    if (parsed.success) act.mutate(parsed.data);
  }

  return (
    <form
      aria-labelledby={titleId}
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!act.isPending) submit();
      }}
    >
      <h3 id={titleId} className="font-semibold">
        {t('override.title')}
      </h3>
      {refusal !== undefined && <Callout tone="negative">{refusal}</Callout>}
      <TenantPicker value={tenant} onChange={setTenant} error={problems.tenantId && t('override.chooseTenant')} />
      <ValueInput
        flag={flag}
        label={t('override.value')}
        value={value}
        onChange={setValue}
        error={field(problems.value)}
      />
      <Field label={t('override.reason')} help={t('override.reasonHelp')} error={field(problems.reason)}>
        {(control) => (
          <Textarea {...control} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <div className="flex flex-wrap-reverse justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          {t('override.cancel')}
        </Button>
        <Button type="submit" variant="primary" pending={act.isPending}>
          {t('override.save')}
        </Button>
      </div>
    </form>
  );
}

/** For an on/off flag the other value than the one in force: that is why somebody came. */
function startValue(flag: FlagSummary, tenant: TenantChoice | TenantOfFlag | null): FlagSummary['defaultValue'] {
  if (tenant === null || !('value' in tenant)) return flag.type === 'boolean' ? true : flag.defaultValue;
  return typeof tenant.value === 'boolean' ? !tenant.value : tenant.value;
}
