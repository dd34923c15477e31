import type { ComponentProps } from 'react';
import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

type SelectProps = Omit<ComponentProps<'select'>, 'children' | 'multiple' | 'size'> & {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen; makes the empty value impossible to choose again. */
  placeholder?: string;
};

/** A native select: the platform's own list on phones, no script, and it submits with its form. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <div className={clsx('relative', className)}>
      <select
        className="select-native control h-control has-[option[value='']:checked]:text-subtle pe-8 text-ellipsis whitespace-nowrap ps-2.5 text-base"
        {...rest}
      >
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-3.5 text-subtle"
      />
    </div>
  );
}
