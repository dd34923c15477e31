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
export function PageArticle({ site, page, updated }: PageArticleProps) {
  const t = translator('site');
  const next = nextOf(site.pages, page.slug);
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto grid w-full max-w-[90rem] gap-x-10 px-5 pt-10 pb-20 outline-none md:px-10 md:pt-20 md:pb-28 lg:grid-cols-[minmax(0,1fr)_minmax(0,3.6fr)]"
    >
      <div className="max-lg:hidden">
        {site.pages.length > 1 && <SideNavigation title={t('contents')} pages={site.pages} current={page.slug} />}
      </div>
      <article className="min-w-0">
        <header className="grid gap-5 border-b border-border pb-10 md:pb-14">
          <span aria-hidden="true" className="h-1.5 w-14 rounded-full bg-brand" />
          <h1 className="max-w-[20ch] text-[clamp(2.25rem,5.2vw,4.5rem)] leading-[1.03] font-semibold tracking-[-0.035em] text-balance wrap-anywhere">
            {page.title}
          </h1>
          {page.description !== '' && (
            <p className="max-w-[52ch] text-[1.1875rem] leading-relaxed text-pretty wrap-anywhere text-muted md:text-[1.375rem]">
              {page.description}
            </p>
          )}
        </header>
        <div className="site-prose pt-10 md:pt-14" dangerouslySetInnerHTML={{ __html: page.html }} />
        <p className="pt-14 text-sm text-muted">
          <time dateTime={updated.at}>{t('updated', { date: updated.text })}</time>
        </p>
        {next !== null && (
          <a href={`/${next.slug}`} className="group mt-10 flex items-center gap-6 border-y border-border py-6">
            <span className="grid min-w-0 flex-1 gap-1">
              <span className="text-sm text-muted">{t('next')}</span>
              <span className="text-[1.5rem] leading-tight font-semibold tracking-[-0.02em] wrap-anywhere group-hover:text-accent-text">
                {next.title}
              </span>
            </span>
            <Arrow />
          </a>
        )}
      </article>
    </main>
  );
}

function SideNavigation({ title, pages, current }: { title: string; pages: readonly SiteLink[]; current: string }) {
  return (
    <nav aria-label={title} className="sticky top-10">
      <ul className="grid border-l border-border">
        {pages.map(({ slug, title: label }) => (
          <li key={slug}>
            <a
              href={`/${slug}`}
              aria-current={slug === current ? 'page' : undefined}
              className="-ml-px block border-l-2 border-transparent py-1.5 pl-4 text-[0.9375rem] wrap-anywhere text-muted hover:text-text aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-text"
            >
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
