import type { ComponentProps } from 'react';
import clsx from 'clsx';

type TextareaProps = ComponentProps<'textarea'> & { mono?: boolean };

/** Grows with what is typed, up to the height that `className` allows. */
export function Textarea({ mono = false, rows = 3, className, ...rest }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      spellCheck={mono ? false : undefined}
      className={clsx(
        'control field-sizing-content max-h-96 min-h-20 px-2.5 py-1.5 text-base',
        mono && 'font-mono text-sm',
        className,
      )}
      {...rest}
    />
  );
}
