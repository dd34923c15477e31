import clsx from 'clsx';

export const BUTTON_VARIANTS = ['primary', 'secondary', 'ghost', 'danger'] as const;
export type ButtonVariant = (typeof BUTTON_VARIANTS)[number];

/** The look shared by buttons and by links that act as buttons. */
export function buttonStyle(variant: ButtonVariant, className?: string): string {
  return clsx(
    'relative inline-flex h-control shrink-0 items-center justify-center gap-1.5 rounded-md border px-3 text-base font-medium whitespace-nowrap select-none',
    'transition-colors duration-100 not-aria-busy:aria-disabled:opacity-55 disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    LOOK[variant],
    className,
  );
}

const LOOK: Record<ButtonVariant, string> = {
  primary: 'forced-border border-transparent bg-brand text-on-brand not-disabled:hover:bg-brand-hover',
  secondary: 'border-control-edge bg-raised text-text not-disabled:hover:bg-hover',
  ghost: 'border-transparent bg-transparent text-muted not-disabled:hover:bg-hover not-disabled:hover:text-text',
  danger: 'forced-border border-transparent bg-negative text-on-negative not-disabled:hover:bg-negative-hover',
};
