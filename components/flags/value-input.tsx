'use client';

import { useLocale, useTranslations } from 'use-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, type FieldControl } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { unitOf, unitText } from '@/lib/core/flags/rules';
import type { FlagSummary } from '@/lib/core/flags/schema';
import type { FlagValue } from '@/lib/core/plans/rules';

interface ValueInputProps {
  flag: Pick<FlagSummary, 'type' | 'kind' | 'meter'> & { key?: string };
  label: string;
  help?: string;
  error?: string;
  value: FlagValue;
  onChange: (value: FlagValue) => void;
}

/** The field that fits a flag's type. */
export function ValueInput(props: ValueInputProps) {
  const { flag, label, help, error, value, onChange } = props;
  if (flag.type === 'boolean') return <OnOff {...props} />;
  return (
    <Field label={label} help={help} error={error}>
      {(control) =>
        flag.type === 'number' ? (
          <NumberInput {...props} control={control} />
        ) : (
          <Input {...control} value={String(value)} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}

function OnOff({ label, value, onChange }: ValueInputProps) {
  const t = useTranslations('flags');
  return (
    <RadioGroup
      legend={label}
      name={`value-${label}`}
      value={value === true ? 'on' : 'off'}
      onChange={(event) => onChange(event.target.value === 'on')}
      options={[
        { value: 'on', label: t('value.on') },
        { value: 'off', label: t('value.off') },
      ]}
    />
  );
}

function NumberInput({ flag, value, onChange, control }: ValueInputProps & { control: FieldControl }) {
  const t = useTranslations('flags');
  const locale = useLocale();
  const { factor, unit } = unitOf(flag);
  const unlimited = flag.kind === 'quota' && value === -1;
  return (
    <div className="grid gap-2">
      <NumberField
        {...control}
        value={unlimited ? null : Number(value) / factor}
        disabled={unlimited}
        min={flag.kind === 'quota' ? 0 : undefined}
        unit={unit === null ? undefined : unitText(unit, locale)}
        onChange={(number) => onChange(flag.kind === 'quota' ? Math.round((number ?? 0) * factor) : (number ?? 0))}
      />
      {flag.kind === 'quota' && (
        <Checkbox
          label={t('value.unlimited')}
          checked={unlimited}
          onChange={(event) => onChange(event.target.checked ? -1 : 0)}
        />
      )}
    </div>
  );
}
