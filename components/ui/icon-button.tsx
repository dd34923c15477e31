import type { ComponentProps, ReactNode } from 'react';
import { buttonStyle, type ButtonVariant } from './button-style';
import { Tooltip } from './tooltip';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** Says what the button does: its accessible name and its tooltip. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
};

export function IconButton({ label, icon, variant = 'ghost', type = 'button', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <button
        type={type}
        aria-label={label}
        className={buttonStyle(variant, `w-control px-0 ${className ?? ''}`)}
        {...rest}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
