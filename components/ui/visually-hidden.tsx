import type { ReactNode } from 'react';

/** Words for screen readers where sighted people read the same from the layout. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>;
}
