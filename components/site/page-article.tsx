import { translator } from '@/lib/messages/translator';
import { Arrow } from './page-index';
import type { SiteLink, SiteView } from './site-types';

interface PageArticleProps {
  site: SiteView;
  page: SiteLink & { html: string };
  /** As the tenant's people write dates. */
  updated: { at: string; text: string };
}

/** One published page, to be read. */
export function PageArticle({ site: { pages }, page, updated }: PageArticleProps) {
  const t = translator('site');
  const next = nextOf(pages, page.slug);
  return (
    <main id="content" tabIndex={-1} className="s-wide s-main">
      <div className="s-split s-article">
        <div className="s-side">
          {pages.length > 1 && <SideNavigation title={t('contents')} pages={pages} current={page.slug} />}
        </div>
        <article>
          <header className="s-title">
            <h1 className="s-h1">{page.title}</h1>
            {page.description !== '' && <p className="s-lede">{page.description}</p>}
          </header>
          <div className="site-prose s-text" dangerouslySetInnerHTML={{ __html: page.html }} />
          <p className="s-date">
            <time dateTime={updated.at}>{t('updated', { date: updated.text })}</time>
          </p>
          {next !== null && (
            <a href={`/${next.slug}`} className="s-row s-next">
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

interface SideNavigationProps {
  title: string;
  pages: readonly SiteLink[];
  current: string;
}

function SideNavigation({ title, pages, current }: SideNavigationProps) {
  return (
    <nav aria-label={title}>
      <ul>
        {pages.map(({ slug, title: label }) => (
          <li key={slug}>
            <a href={`/${slug}`} aria-current={slug === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The page after this one in the navigation, and from the last the first again. */
function nextOf(pages: readonly SiteLink[], slug: string): SiteLink | null {
  if (pages.length < 2) return null;
  const at = pages.findIndex((page) => page.slug === slug);
  return pages[(at + 1) % pages.length] ?? null;
}
