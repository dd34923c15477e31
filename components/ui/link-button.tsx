import type { ComponentProps } from 'react';
import Link from 'next/link';
import { buttonStyle, type ButtonVariant } from './button-style';

type LinkButtonProps = ComponentProps<typeof Link> & { variant?: ButtonVariant };

/** A link that looks like a button. Use it whenever the press goes somewhere; a button does something. */
export function LinkButton({ variant = 'secondary', className, ...rest }: LinkButtonProps) {
  return <Link className={buttonStyle(variant, className)} {...rest} />;
}
