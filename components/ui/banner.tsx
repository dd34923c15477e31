import type { ReactNode } from 'react';
import clsx from 'clsx';

type BannerTone = 'info' | 'warning' | 'negative';

const LOOK: Record<BannerTone, string> = {
  info: 'bg-info-soft text-info-text',
  warning: 'bg-warning-soft text-warning-text',
  negative: 'bg-negative-soft text-negative-text',
};

/** A fact about the whole place (impersonation, suspension, an environment), across its full width. */
export function Banner({
  tone,
  icon,
  children,
  action,
}: {
  tone: BannerTone;
  icon?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div
      className={clsx(
        'flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-current/15 px-4 py-1.5 text-sm [&_svg]:size-4 [&_svg]:shrink-0',
        LOOK[tone],
      )}
    >
      {icon}
      <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
      {action}
    </div>
  );
}
