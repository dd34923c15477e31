import { translator } from '@/lib/messages/translator';
import { PageIndex } from './page-index';
import { SiteHero } from './site-hero';
import type { SiteView } from './site-types';

interface FrontPageProps {
  site: SiteView;
  /** The tenant's own words, where it has published any. `html` comes from the Markdown renderer. */
  own: { title: string; description: string; html: string } | null;
}

/** The first thing a visitor sees of a tenant. */
export function FrontPage({ site, own }: FrontPageProps) {
  const t = translator('site', site.locale);
  const [first] = site.pages;
  const fallback = first === undefined ? t('welcomeEmpty') : t('welcome', { name: site.name });
  return (
    <main id="content" tabIndex={-1} className="s-main">
      <SiteHero
        site={site}
        title={own?.title ?? site.name}
        lede={own?.description ?? (site.tagline || fallback)}
        actions={
          <>
            {site.portal !== null && (
              <a href={site.portal.signInUrl} className="s-button">
                {t('signIn')}
              </a>
            )}
            {first !== undefined && (
              <a href={first.href} className="s-under">
                {first.title}
              </a>
            )}
          </>
        }
      />
      {own !== null && own.html !== '' && (
        <div className="s-wide s-index s-own">
          <div className="site-prose" dangerouslySetInnerHTML={{ __html: own.html }} />
        </div>
      )}
      {first !== undefined && <PageIndex title={t('explore')} pages={site.pages} />}
      <Members site={site} />
    </main>
  );
}

function Members({ site: { name, portal, locale } }: { site: SiteView }) {
  const t = translator('site', locale);
  if (portal === null) return null;
  return (
    <section className="s-bleed s-members">
      <div>
        <div>
          <h2>{t('membersTitle')}</h2>
          <p>{t('membersText', { host: portal.host, name })}</p>
        </div>
        <a href={portal.signInUrl} className="s-button">
          {t('signIn')}
        </a>
      </div>
    </section>
  );
}
