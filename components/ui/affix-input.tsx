import type { ComponentProps } from 'react';
import clsx from 'clsx';

type AffixInputProps = ComponentProps<'input'> & { prefix?: string; suffix?: string; mono?: boolean };

/** A text control with a fixed part before or after the value, such as `.example.com` or `%`. */
export function AffixInput({ prefix, suffix, mono = false, type = 'text', className, ...rest }: AffixInputProps) {
  return (
    <div className={clsx('control flex h-control items-center text-base', className)}>
      {prefix !== undefined && <span className="shrink-0 ps-2.5 text-subtle select-none">{prefix}</span>}
      <input
        type={type}
        className={clsx('h-full min-w-0 flex-1 bg-transparent px-2.5 outline-none', mono && 'font-mono text-sm')}
        {...rest}
      />
      {suffix !== undefined && (
        <span className="max-w-[60%] shrink-0 truncate pe-2.5 text-subtle select-none">{suffix}</span>
      )}
    </div>
  );
}
