import type { ReactNode } from 'react';
import clsx from 'clsx';

/** One framed thing among several of its kind. A page's parts are sections, not cards. */
export function Card({
  children,
  className,
  padded = true,
}: {
  children: ReactNode;
  className?: string;
  padded?: boolean;
}) {
  return (
    <div className={clsx('min-w-0 rounded-lg border border-border bg-raised', padded && 'p-4', className)}>
      {children}
    </div>
  );
}
