import type { ComponentProps } from 'react';
import Link from 'next/link';
import clsx from 'clsx';

/** A link inside text: underlined, so that colour is not the only sign of it. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={clsx(
        'rounded-sm text-accent-text underline decoration-[color-mix(in_oklab,currentColor_35%,transparent)] underline-offset-3 hover:decoration-current',
        className,
      )}
      {...rest}
    />
  );
}
