import type { ComponentProps } from 'react';
import clsx from 'clsx';

type InputProps = ComponentProps<'input'> & {
  /** Ids, keys, hosts and DNS records are read character by character. */
  mono?: boolean;
};

export function Input({ mono = false, type = 'text', className, ...rest }: InputProps) {
  return (
    <input
      type={type}
      className={clsx('control h-control px-2.5 text-base', mono && 'font-mono text-sm', className)}
      {...rest}
    />
  );
}
