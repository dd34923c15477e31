import type { SiteLink } from './site-types';

/** The table of contents of a site: one wide row a page. */
export function PageIndex({ title, pages }: { title: string; pages: readonly SiteLink[] }) {
  return (
    <section className="mx-auto grid w-full max-w-[90rem] gap-x-10 gap-y-6 px-5 pt-16 md:px-10 md:pt-24 lg:grid-cols-[minmax(0,1fr)_minmax(0,3.6fr)]">
      <h2 className="text-md font-medium text-muted lg:pt-7">{title}</h2>
      <ul className="border-t border-border">
        {pages.map((page) => (
          <li key={page.slug} className="border-b border-border">
            <a href={`/${page.slug}`} className="group flex items-baseline gap-6 py-6 md:py-7">
              <span className="grid min-w-0 flex-1 gap-x-10 gap-y-1.5 md:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] md:items-baseline">
                <span className="text-[1.5rem] leading-tight font-semibold tracking-[-0.02em] text-balance wrap-anywhere underline-offset-[0.2em] group-hover:text-accent-text group-hover:underline group-hover:decoration-2 md:text-[1.75rem]">
                  {page.title}
                </span>
                {page.description !== '' && (
                  <span className="text-md text-pretty wrap-anywhere text-muted">{page.description}</span>
                )}
              </span>
              <Arrow />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Arrow() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className="size-6 shrink-0 self-center text-subtle transition-transform group-hover:translate-x-1 group-hover:text-accent-text motion-reduce:transition-none"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M4 12h15M13 6l6 6-6 6" />
    </svg>
  );
}
