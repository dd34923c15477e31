import { translator } from '@/lib/messages/translator';
import { SiteLogo } from './site-logo';
import type { SiteLink, SiteView } from './site-types';

/** As many as fit beside a logo; the rest are one press away. */
const LINKS_SHOWN = 4;

/** The brand, the first pages, and the way in. */
export function SiteHeader({ site }: { site: SiteView }) {
  const t = translator('site');
  return (
    <header className="mx-auto flex w-full max-w-[90rem] items-center gap-4 px-5 py-4 md:px-10 md:py-5">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50 focus:rounded-md focus:bg-raised focus:px-4 focus:py-2"
      >
        {t('skip')}
      </a>
      <a href="/" className="mr-auto block min-w-0 max-w-[min(22rem,60%)]">
        <SiteLogo site={site} />
      </a>
      {site.pages.length > 0 && (
        <>
          <nav aria-label={t('pages')} className="hidden min-w-0 items-center gap-1 lg:flex">
            {site.pages.slice(0, LINKS_SHOWN).map((page) => (
              <HeaderLink key={page.slug} page={page} />
            ))}
            {site.pages.length > LINKS_SHOWN && <PagesMenu label={t('more')} pages={site.pages.slice(LINKS_SHOWN)} />}
          </nav>
          <nav aria-label={t('menu')} className="lg:hidden">
            <PagesMenu label={t('menu')} pages={site.pages} />
          </nav>
        </>
      )}
      {site.portal !== null && (
        <a
          href={site.portal.signInUrl}
          className="forced-border inline-flex h-10 shrink-0 items-center rounded-md border border-border-strong px-4 text-[0.9375rem] font-medium transition-colors hover:bg-hover"
        >
          {t('signIn')}
        </a>
      )}
    </header>
  );
}

function HeaderLink({ page }: { page: SiteLink }) {
  return (
    <a
      href={`/${page.slug}`}
      className="max-w-48 truncate rounded-md px-3 py-2 text-[0.9375rem] text-muted transition-colors hover:bg-hover hover:text-text"
    >
      {page.title}
    </a>
  );
}

function PagesMenu({ label, pages }: { label: string; pages: readonly SiteLink[] }) {
  return (
    <details className="site-menu relative">
      <summary className="inline-flex h-10 items-center gap-1.5 rounded-md px-3 text-[0.9375rem] text-muted transition-colors select-none hover:bg-hover hover:text-text">
        {label}
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="size-3"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        >
          <path d="m2.5 4.5 3.5 3.5 3.5-3.5" />
        </svg>
      </summary>
      <ul className="floating absolute right-0 z-20 mt-2 grid max-h-[70dvh] w-64 max-w-[calc(100vw-2.5rem)] overflow-y-auto p-1.5">
        {pages.map((page) => (
          <li key={page.slug}>
            <a
              href={`/${page.slug}`}
              className="block rounded-md px-3 py-2.5 text-[0.9375rem] wrap-anywhere hover:bg-hover"
            >
              {page.title}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
