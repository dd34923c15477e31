import { useId, type ComponentProps, type ReactNode } from 'react';
import clsx from 'clsx';
import { ChoiceText, choiceNames } from './choice-text';

export interface RadioOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

type RadioGroupProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue' | 'children'> & {
  legend: string;
  hideLegend?: boolean;
  name: string;
  options: readonly RadioOption[];
  /** `cards` gives each choice a frame of its own: for few, weighty choices that need a sentence each. */
  look?: 'list' | 'cards';
  value?: string;
  defaultValue?: string;
};

export function RadioGroup({
  legend,
  hideLegend = false,
  options,
  look = 'list',
  value,
  defaultValue,
  className,
  ...rest
}: RadioGroupProps) {
  const id = useId();
  return (
    <fieldset className={className}>
      <legend className={hideLegend ? 'sr-only' : 'mb-1.5 font-medium'}>{legend}</legend>
      <div className={clsx('grid', look === 'cards' ? 'gap-2' : 'gap-1')}>
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'flex items-start gap-2.5 has-disabled:text-subtle',
              look === 'cards' ? CARD : 'min-h-6 py-0.5',
            )}
          >
            <input
              type="radio"
              className="radio-dot mt-0.5 size-4 shrink-0"
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: defaultValue === option.value }
                : { checked: value === option.value })}
              {...choiceNames(`${id}-${option.value}`, option.hint)}
              {...rest}
            />
            <ChoiceText
              id={`${id}-${option.value}`}
              label={option.label}
              hint={option.hint}
              strong={look === 'cards'}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const CARD =
  'rounded-lg border border-border p-3 transition-colors hover:border-border-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus';
