'use client';

import { NumberField as Base } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'use-intl';

interface NumberFieldProps {
  id?: string;
  name?: string;
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Shown after the number, such as `members` or `GB`. */
  unit?: string;
  disabled?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

/** A number with its unit, grouped in the reader's locale, stepped by keys or buttons. */
export function NumberField({ id, name, value, onChange, unit, min, max, step, disabled, ...aria }: NumberFieldProps) {
  const t = useTranslations('ui');
  return (
    <Base.Root
      id={id}
      name={name}
      value={value}
      onValueChange={onChange}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
    >
      <Base.Group className="control flex h-control items-center overflow-hidden">
        <Base.Input
          className="h-full w-0 min-w-0 flex-1 bg-transparent px-2.5 text-base tabular outline-none"
          {...aria}
        />
        {unit !== undefined && <span className="shrink-0 pe-2.5 text-subtle select-none">{unit}</span>}
        <Base.Decrement aria-label={t('number.less')} className={STEP}>
          <Minus aria-hidden="true" className="size-3.5" />
        </Base.Decrement>
        <Base.Increment aria-label={t('number.more')} className={STEP}>
          <Plus aria-hidden="true" className="size-3.5" />
        </Base.Increment>
      </Base.Group>
    </Base.Root>
  );
}

const STEP =
  'grid h-full w-8 shrink-0 place-items-center border-s border-border text-muted hover:bg-hover disabled:text-subtle';
