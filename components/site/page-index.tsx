import type { SiteLink } from './site-types';

/** The table of contents of a site: one wide row a page. */
export function PageIndex({ title, pages }: { title: string; pages: readonly SiteLink[] }) {
  return (
    <section className="s-wide s-split s-index">
      <h2>{title}</h2>
      <ul>
        {pages.map((page) => (
          <li key={page.href}>
            <a href={page.href} className="s-row">
              <span>
                <b>{page.title}</b>
                {page.description !== '' && <i>{page.description}</i>}
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
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 12h15M13 6l6 6-6 6" />
    </svg>
  );
}
