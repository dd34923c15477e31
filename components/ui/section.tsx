import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** `split` puts the words at the left and the content at the right on wide screens: for settings. */
  layout?: 'stack' | 'split';
  id?: string;
  children: ReactNode;
}

export function Section({ title, description, actions, layout = 'stack', id, children }: SectionProps) {
  const titleId = useId();
  const words = (
    <div className="flex min-w-0 flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="grid min-w-0 flex-1 basis-40 gap-1">
        <h2 id={titleId} className="text-md font-semibold">
          {title}
        </h2>
        {description !== undefined && <p className="max-w-[68ch] text-muted">{description}</p>}
      </div>
      {actions !== undefined && <div className="flex max-w-full flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
  return (
    <section id={id} aria-labelledby={titleId} className={layout === 'split' ? SPLIT : 'grid min-w-0 gap-3'}>
      {words}
      <div className="min-w-0">{children}</div>
    </section>
  );
}

const SPLIT = 'grid min-w-0 gap-x-12 gap-y-4 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]';
