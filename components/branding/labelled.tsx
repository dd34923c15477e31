import type { ReactNode } from 'react';

/** A visible name for a group of radio buttons, which have their own for screen readers. */
export function Labelled({ text, help, children }: { text: string; help?: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <span aria-hidden="true" className="font-medium">
        {text}
      </span>
      {children}
      {help !== undefined && <p className="text-sm text-muted">{help}</p>}
    </div>
  );
}
