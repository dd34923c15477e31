import type { ReactNode } from 'react';
import clsx from 'clsx';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';

const LOOK = {
  info: { icon: Info, style: 'bg-info-soft text-info-text' },
  positive: { icon: CircleCheck, style: 'bg-positive-soft text-positive-text' },
  warning: { icon: TriangleAlert, style: 'bg-warning-soft text-warning-text' },
  negative: { icon: CircleAlert, style: 'bg-negative-soft text-negative-text' },
} as const;

interface CalloutProps {
  tone: keyof typeof LOOK;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** A control at the end, such as one that closes it. */
  aside?: ReactNode;
}

/** A remark about what stands beside it. */
export function Callout({ tone, title, children, action, aside }: CalloutProps) {
  const { icon: Icon, style } = LOOK[tone];
  return (
    <div className={clsx('forced-border flex gap-2.5 rounded-md p-3', style)}>
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-1">
        {title !== undefined && <p className="font-medium wrap-anywhere">{title}</p>}
        {children !== undefined && <div className="text-sm wrap-anywhere text-text">{children}</div>}
        {action !== undefined && <div className="flex flex-wrap gap-2 pt-1">{action}</div>}
      </div>
      {aside !== undefined && <div className="-my-1.5 -me-1 shrink-0">{aside}</div>}
    </div>
  );
}
