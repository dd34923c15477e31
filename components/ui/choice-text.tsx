import type { ReactNode } from 'react';
import clsx from 'clsx';

interface ChoiceTextProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  hidden?: boolean;
  strong?: boolean;
}

/** The words beside a box, switch or dot. The hint describes the control and is no part of its name. */
export function ChoiceText({ id, label, hint, hidden = false, strong = false }: ChoiceTextProps) {
  return (
    <span className={hidden ? 'sr-only' : clsx('min-w-0', strong && 'flex-1')}>
      <span id={`${id}-label`} className={clsx(strong && 'font-medium')}>
        {label}
      </span>
      {hint !== undefined && (
        <span id={`${id}-hint`} className="block text-sm text-muted">
          {hint}
        </span>
      )}
    </span>
  );
}

export function choiceNames(id: string, hint: ReactNode): { 'aria-labelledby': string; 'aria-describedby'?: string } {
  return { 'aria-labelledby': `${id}-label`, ...(hint !== undefined && { 'aria-describedby': `${id}-hint` }) };
}
