import { useId, type ReactNode } from 'react';
import clsx from 'clsx';

/** Spread onto the control; ties label, help and error to it. */
export interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: string;
  /** Set it when an error summary links here. */
  id?: string;
  help?: ReactNode;
  error?: string;
  /** A short aside at the right of the label, such as "Optional" or a link. */
  aside?: ReactNode;
  children: (control: FieldControl) => ReactNode;
  className?: string;
}

/** Label above, help below, error in the place of nothing else: what was typed and explained stays visible. */
export function Field({ label, id, help, error, aside, children, className }: FieldProps) {
  const generated = useId();
  const controlId = id ?? generated;
  const helpId = help === undefined ? undefined : `${controlId}-help`;
  const errorId = error === undefined ? undefined : `${controlId}-error`;
  return (
    <div className={clsx('grid min-w-0 gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={controlId} className="font-medium">
          {label}
        </label>
        {aside !== undefined && <span className="text-sm text-muted">{aside}</span>}
      </div>
      {children({
        id: controlId,
        'aria-describedby': [errorId, helpId].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined && (
        <p id={errorId} role="alert" className="text-sm wrap-anywhere text-negative-text">
          {error}
        </p>
      )}
      {help !== undefined && (
        <p id={helpId} className="text-sm text-muted">
          {help}
        </p>
      )}
    </div>
  );
}
