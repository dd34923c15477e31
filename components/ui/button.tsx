import type { ComponentProps } from 'react';
import clsx from 'clsx';
import { buttonStyle, type ButtonVariant } from './button-style';
import { Spinner } from './spinner';

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  /** Work is under way: the label stays in place under a spinner, so nothing changes size, and presses do nothing. */
  pending?: boolean;
};

export function Button({
  variant = 'secondary',
  pending = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const blocked = pending
    ? {
        'aria-disabled': true,
        'aria-busy': true,
        onClick: (event: { preventDefault: () => void }) => event.preventDefault(),
      }
    : { onClick };
  return (
    <button type={type} className={buttonStyle(variant, className)} {...rest} {...blocked}>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
      <span className={clsx('inline-flex items-center gap-1.5', pending && 'opacity-0')}>{children}</span>
    </button>
  );
}
