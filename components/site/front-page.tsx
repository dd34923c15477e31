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
  const t = translator('site');
  const fallback = site.pages.length > 0 ? t('welcome', { name: site.name }) : t('welcomeEmpty');
  const [first] = site.pages;
  return (
    <main id="content" tabIndex={-1} className="flex flex-col outline-none">
      <SiteHero
        site={site}
        title={own?.title ?? site.name}
        lede={own === null ? fallback : own.description}
        actions={
          <>
            {site.portal !== null && (
              <a
                href={site.portal.signInUrl}
                className="forced-border inline-flex h-12 items-center rounded-md bg-on-brand px-6 text-md font-medium text-brand transition-opacity hover:opacity-90 focus-visible:outline-on-brand"
              >
                {t('signIn')}
              </a>
            )}
            {first !== undefined && (
              <a
                href={`/${first.slug}`}
                className="inline-flex min-h-12 min-w-0 items-center text-md font-medium wrap-anywhere underline decoration-1 underline-offset-[0.35em] hover:decoration-2 focus-visible:outline-on-brand"
              >
                {first.title}
              </a>
            )}
          </>
        }
      />
      {own !== null && own.html !== '' && (
        <div className="mx-auto w-full max-w-[90rem] px-5 pt-16 md:px-10 md:pt-24 lg:pl-[calc(2.5rem+20%)]">
          <div className="site-prose" dangerouslySetInnerHTML={{ __html: own.html }} />
        </div>
      )}
      {site.pages.length > 0 && <PageIndex title={t('explore')} pages={site.pages} />}
      <Members site={site} />
    </main>
  );
}

function Members({ site }: { site: SiteView }) {
  const t = translator('site');
  if (site.portal === null) return null;
  return (
    <section className="mx-auto w-full max-w-[90rem] px-3 pt-16 pb-12 md:px-6 md:pt-24 md:pb-16">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-5 rounded-[min(calc(var(--radius)*3),1.75rem)] bg-sunken px-6 py-8 md:px-12 md:py-10">
        <div className="grid max-w-[52ch] min-w-0 gap-1.5">
          <h2 className="text-lg font-semibold tracking-tight">{t('membersTitle')}</h2>
          <p className="text-md text-pretty wrap-anywhere text-muted">
            {t('membersText', { host: site.portal.host, name: site.name })}
          </p>
        </div>
        <a
          href={site.portal.signInUrl}
          className="forced-border inline-flex h-12 items-center rounded-md bg-brand px-6 text-md font-medium text-on-brand transition-colors hover:bg-brand-hover"
        >
          {t('signIn')}
        </a>
      </div>
    </section>
  );
}
