import { useId, type ComponentProps, type ReactNode } from 'react';
import clsx from 'clsx';
import { ChoiceText, choiceNames } from './choice-text';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
};

/** On or off, in force at once. In a form that is saved later, use a checkbox. */
export function Switch({ label, hint, hideLabel = false, className, ...rest }: SwitchProps) {
  const id = useId();
  return (
    <label className={clsx('inline-flex min-h-6 items-start gap-3 has-disabled:text-subtle', className)}>
      <input
        type="checkbox"
        role="switch"
        className="switch-track mt-px shrink-0"
        {...choiceNames(id, hint)}
        {...rest}
      />
      <ChoiceText id={id} label={label} hint={hint} hidden={hideLabel} />
    </label>
  );
}
