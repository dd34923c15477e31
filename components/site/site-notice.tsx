import type { ReactNode } from 'react';

/** One plain sentence in the middle of a page: paused, or nothing here. */
export function SiteNotice({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <main id="content" tabIndex={-1} className="s-wide s-notice">
      <h1 className="s-h1">{title}</h1>
      <p className="s-lede">{text}</p>
      {action !== undefined && <p>{action}</p>}
    </main>
  );
}
