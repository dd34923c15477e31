'use client';

import { useTranslations } from 'use-intl';
import { useFailureText } from '@/components/i18n/use-failure-text';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { flagCategories, type FlagCategory, type FlagSummary } from '@/lib/core/flags/schema';
import type { FlagValue } from '@/lib/core/plans/rules';
import { ValueInput } from './value-input';

export interface FlagDraft {
  name: string;
  description: string;
  category: FlagCategory;
  defaultValue: FlagValue;
  tenantEditable: boolean;
}

interface FlagFieldsProps {
  flag: Pick<FlagSummary, 'type' | 'kind' | 'meter'> & { key?: string };
  draft: FlagDraft;
  onChange: (changes: Partial<FlagDraft>) => void;
  problems: Record<string, string>;
}

/** The fields that a new flag and an old one have in common. */
export function FlagFields({ flag, draft, onChange, problems }: FlagFieldsProps) {
  const t = useTranslations('flags');
  const { field } = useFailureText();
  return (
    <>
      <Field label={t('form.name')} error={field(problems.name)}>
        {(control) => (
          <Input {...control} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} />
        )}
      </Field>
      <Field label={t('form.description')} help={t('form.descriptionHelp')} error={field(problems.description)}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={draft.description}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('form.category')} error={field(problems.category)}>
        {(control) => (
          <Select
            {...control}
            value={draft.category}
            options={flagCategories.map((value) => ({ value, label: t(`category.${value}`) }))}
            onChange={(event) =>
              onChange({ category: flagCategories.find((each) => each === event.target.value) ?? 'general' })
            }
          />
        )}
      </Field>
      <ValueInput
        flag={flag}
        label={t('form.default')}
        help={t('form.defaultHelp')}
        error={field(problems.defaultValue)}
        value={draft.defaultValue}
        onChange={(defaultValue) => onChange({ defaultValue })}
      />
      {flag.type === 'boolean' && (
        <Checkbox
          label={t('form.tenantEditable')}
          checked={draft.tenantEditable}
          onChange={(event) => onChange({ tenantEditable: event.target.checked })}
        />
      )}
    </>
  );
}
