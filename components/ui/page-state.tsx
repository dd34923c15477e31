import type { ReactNode } from 'react';

interface PageStateProps {
  icon: ReactNode;
  title: string;
  /** `h1` where the state is all there is on the page: its title is the page's. */
  heading?: 'h1' | 'p';
  text: ReactNode;
  action?: ReactNode;
  detail?: ReactNode;
}

/** The frame shared by the empty, error and forbidden states. */
export function PageState({ icon, title, heading: Title = 'p', text, action, detail }: PageStateProps) {
  return (
    <div className="grid justify-items-center gap-4 px-4 py-14 text-center">
      <span
        aria-hidden="true"
        className="grid size-10 place-items-center rounded-lg border border-border bg-raised text-subtle [&_svg]:size-5"
      >
        {icon}
      </span>
      <div className="grid max-w-[46ch] gap-1">
        <Title className="text-md font-semibold wrap-anywhere">{title}</Title>
        <div className="wrap-anywhere text-pretty text-muted">{text}</div>
      </div>
      {action !== undefined && <div className="flex flex-wrap justify-center gap-2">{action}</div>}
      {detail}
    </div>
  );
}
