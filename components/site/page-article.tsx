import { translator } from '@/lib/messages/translator';
import { Arrow } from './page-index';
import type { SiteLink, SiteView } from './site-types';

interface PageArticleProps {
  site: SiteView;
  page: SiteLink & { html: string };
  /** The pages above this one, from the top. */
  trail: readonly SiteLink[];
  /** The pages below this one. */
  below: readonly SiteLink[];
  /** As the tenant's people write dates. */
  updated: { at: string; text: string };
}

/** One published page, to be read. */
export function PageArticle({ site: { pages, locale }, page, trail, below, updated }: PageArticleProps) {
  const t = translator('site', locale);
  const next = nextOf(pages, page.href);
  const section = trail[0]?.href ?? page.href;
  return (
    <main id="content" tabIndex={-1} className="s-wide s-main">
      <div className="s-split s-article">
        <div className="s-side">
          {pages.length > 1 && (
            <SideNavigation title={t('contents')} pages={pages} current={page.href} section={section} />
          )}
        </div>
        <article>
          {trail.length > 0 && <Trail label={t('trail')} trail={trail} />}
          <header className="s-title">
            <h1 className="s-h1">{page.title}</h1>
            {page.description !== '' && <p className="s-lede">{page.description}</p>}
          </header>
          <div className="site-prose s-text" dangerouslySetInnerHTML={{ __html: page.html }} />
          {below.length > 0 && (
            <ul className="s-below">
              {below.map((child) => (
                <li key={child.href}>
                  <a href={child.href} className="s-row">
                    <span>
                      <b>{child.title}</b>
                      {child.description !== '' && <i>{child.description}</i>}
                    </span>
                    <Arrow />
                  </a>
                </li>
              ))}
            </ul>
          )}
          <p className="s-date">
            <time dateTime={updated.at}>{t('updated', { date: updated.text })}</time>
          </p>
          {next !== null && (
            <a href={next.href} className="s-row s-next">
              <span>
                <i>{t('next')}</i>
                <b>{next.title}</b>
              </span>
              <Arrow />
            </a>
          )}
        </article>
      </div>
    </main>
  );
}

/** Where this page hangs. */
function Trail({ label, trail }: { label: string; trail: readonly SiteLink[] }) {
  return (
    <nav aria-label={label} className="s-trail">
      <ol>
        {trail.map(({ href, title }) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface SideNavigationProps {
  title: string;
  pages: readonly SiteLink[];
  current: string;
  /** The page at the top under which the current one hangs. */
  section: string;
}

function SideNavigation({ title, pages, current, section }: SideNavigationProps) {
  return (
    <nav aria-label={title}>
      <ul>
        {pages.map(({ href, title: label }) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : href === section ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The page after this one at the top of the tree, and from the last the first again. */
function nextOf(pages: readonly SiteLink[], href: string): SiteLink | null {
  const at = pages.findIndex((page) => page.href === href);
  return pages.length < 2 || at < 0 ? null : (pages[(at + 1) % pages.length] ?? null);
}
