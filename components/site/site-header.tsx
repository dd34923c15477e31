import { translator } from '@/lib/messages/translator';
import { SiteLogo } from './site-logo';
import type { SiteLink, SiteView } from './site-types';

/** As many as fit beside a logo; the rest are one press away. */
const LINKS_SHOWN = 4;

/** The brand, the first pages, and the way in. */
export function SiteHeader({ site }: { site: SiteView }) {
  const t = translator('site');
  const { pages, portal } = site;
  return (
    <header className="s-wide s-header">
      <a href="#content" className="s-skip">
        {t('skip')}
      </a>
      <a href="/" className="s-logo">
        <SiteLogo site={site} />
      </a>
      {pages.length > 0 && (
        <>
          <nav aria-label={t('pages')} className="s-nav">
            {pages.slice(0, LINKS_SHOWN).map(({ slug, title }) => (
              <a key={slug} href={`/${slug}`} className="s-link">
                {title}
              </a>
            ))}
            {pages.length > LINKS_SHOWN && <PagesMenu label={t('more')} pages={pages.slice(LINKS_SHOWN)} />}
          </nav>
          <nav aria-label={t('menu')} className="s-small">
            <PagesMenu label={t('menu')} pages={pages} />
          </nav>
        </>
      )}
      {portal !== null && (
        <a href={portal.signInUrl} className="s-button s-quiet">
          {t('signIn')}
        </a>
      )}
    </header>
  );
}

function PagesMenu({ label, pages }: { label: string; pages: readonly SiteLink[] }) {
  return (
    <details className="s-menu">
      <summary className="s-link">
        {label}
        <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
          <path d="m2.5 4.5 3.5 3.5 3.5-3.5" />
        </svg>
      </summary>
      <ul className="floating">
        {pages.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
