import { translator } from '@/lib/messages/translator';
import { SiteLogo } from './site-logo';
import type { SiteNavLink, SiteView } from './site-types';

/** As many as fit beside a logo; the rest are one press away. */
const LINKS_SHOWN = 4;

/** The brand, the first links, and the way in. */
export function SiteHeader({ site }: { site: SiteView }) {
  const { header: links, portal } = site;
  const t = translator('site', site.locale);
  return (
    <header className="s-wide s-header">
      <a href="#content" className="s-skip">
        {t('skip')}
      </a>
      <a href="/" className="s-logo">
        <SiteLogo site={site} />
      </a>
      {links.length > 0 && (
        <>
          <nav aria-label={t('pages')} className="s-nav">
            {links
              .slice(0, LINKS_SHOWN)
              .map((link, index) =>
                link.children.length > 0 ? (
                  <PagesMenu key={index} label={link.label} links={[{ ...link, children: [] }, ...link.children]} />
                ) : (
                  <NavLink key={index} link={link} className="s-link" />
                ),
              )}
            {links.length > LINKS_SHOWN && <PagesMenu label={t('more')} links={links.slice(LINKS_SHOWN)} />}
          </nav>
          <nav aria-label={t('menu')} className="s-small">
            <PagesMenu label={t('menu')} links={links} />
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

function NavLink({ link: { href, label, external }, className }: { link: SiteNavLink; className?: string }) {
  return (
    <a href={href} rel={external ? 'noopener' : undefined} className={className}>
      {label}
    </a>
  );
}

function PagesMenu({ label, links }: { label: string; links: readonly SiteNavLink[] }) {
  return (
    <details className="s-menu">
      <summary className="s-link">
        {label}
        <svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
          <path d="m2.5 4.5 3.5 3.5 3.5-3.5" />
        </svg>
      </summary>
      <ul className="floating">
        {links.map((link, index) => (
          <li key={index}>
            <NavLink link={link} />
            {link.children.length > 0 && (
              <ul>
                {link.children.map((child, at) => (
                  <li key={at}>
                    <NavLink link={child} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
