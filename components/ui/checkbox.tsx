'use client';

import { useEffect, useId, useRef, type ComponentProps, type ReactNode } from 'react';
import clsx from 'clsx';
import { ChoiceText, choiceNames } from './choice-text';

type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  hint?: ReactNode;
  /** Some, not all, of what this box stands for is chosen. */
  indeterminate?: boolean;
  /** Keeps the label for screen readers only, as in a table's selection column. */
  hideLabel?: boolean;
};

export function Checkbox({
  label,
  hint,
  indeterminate = false,
  hideLabel = false,
  className,
  ref,
  ...rest
}: CheckboxProps) {
  const id = useId();
  const plainName = hideLabel && hint === undefined && typeof label === 'string' ? label : undefined;
  const own = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    if (own.current) own.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label
      className={clsx(
        'inline-flex items-start gap-2 has-disabled:text-subtle',
        hideLabel ? 'p-1' : 'min-h-6 py-0.5',
        className,
      )}
    >
      <input
        type="checkbox"
        ref={(node) => {
          own.current = node;
          if (typeof ref === 'function') return ref(node);
          if (ref) ref.current = node;
        }}
        className="check-box mt-0.5 size-4 shrink-0"
        {...(plainName === undefined ? choiceNames(id, hint) : { 'aria-label': plainName })}
        {...rest}
      />
      {plainName === undefined && <ChoiceText id={id} label={label} hint={hint} hidden={hideLabel} />}
    </label>
  );
}
