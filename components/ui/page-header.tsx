import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a status, a plan. */
  badge?: ReactNode;
  /** The page's one primary action; lesser ones go into a menu before it. */
  action?: ReactNode;
  /** A LinkTabs bar. */
  tabs?: ReactNode;
}

export function PageHeader({ title, description, badge, action, tabs }: PageHeaderProps) {
  return (
    <header className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-lg font-semibold tracking-tight wrap-anywhere">{title}</h1>
            {badge}
          </div>
          {description !== undefined && <p className="max-w-[68ch] text-pretty text-muted">{description}</p>}
        </div>
        {action !== undefined && <div className="flex flex-wrap items-center gap-2">{action}</div>}
      </div>
      {tabs}
    </header>
  );
}
