import type { ReactNode } from 'react';

/** One plain sentence in the middle of a page: paused, or nothing here. */
export function SiteNotice({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-[90rem] flex-1 content-center gap-4 px-5 py-24 outline-none md:px-10"
    >
      <h1 className="max-w-[18ch] text-[clamp(2.25rem,5.2vw,4.5rem)] leading-[1.03] font-semibold tracking-[-0.035em] text-balance">
        {title}
      </h1>
      <p className="max-w-[52ch] text-[1.125rem] leading-relaxed text-pretty wrap-anywhere text-muted md:text-[1.3125rem]">
        {text}
      </p>
      {action !== undefined && <div className="pt-4">{action}</div>}
    </main>
  );
}
