import type { ComponentProps, ReactNode } from 'react';
import clsx from 'clsx';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
};

/** On or off, in force at once. In a form that is saved later, use a checkbox. */
export function Switch({ label, hint, hideLabel = false, className, ...rest }: SwitchProps) {
  return (
    <label className={clsx('inline-flex min-h-6 items-start gap-3 has-disabled:text-subtle', className)}>
      <input type="checkbox" role="switch" className="switch-track mt-px shrink-0" {...rest} />
      <span className={hideLabel ? 'sr-only' : 'min-w-0'}>
        {label}
        {hint !== undefined && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
