import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { CodeFrame } from '@/components/site/code-frame';
import { FrontPage } from '@/components/site/front-page';
import { PageArticle } from '@/components/site/page-article';
import { SiteNotice } from '@/components/site/site-notice';
import { FRONT_PAGE_SLUG } from '@/lib/features/pages/rules';
import { getPublishedPage } from '@/lib/features/pages/published-pages';
import type { Locale } from '@/lib/messages/locales';
import { publishedCode } from '@/lib/features/site-code/published-code';
import { translator } from '@/lib/messages/translator';
import { hostOrigin } from '@/lib/platform/origins';
import { dateOf } from './date-of';
import { openSite, toLink, type OpenSite, type SiteLook } from './open-site';
import { siteMetadata } from './site-metadata';
import { trailOf } from '@/lib/features/pages/tree';

export interface SitePageProps {
  host: string;
  path?: string[];
  look: SiteLook;
}

export async function pageMetadata({ host, path = [], look }: SitePageProps): Promise<Metadata> {
  const site = await openSite(host, look);
  if (site === null) return {};
  return siteMetadata(site, path.join('/'), await ownWords(site, path.join('/')));
}

/** What a visitor sees at a path of a site. */
export async function SitePage({ host, path = [], look }: SitePageProps) {
  const site = await openSite(host, look);
  if (site === null) notFound();
  const { record, view, frontPath } = site;
  const wanted = path.join('/');
  if (!record.isPrimary && record.primaryHost !== record.host)
    permanentRedirect(`${hostOrigin(record.primaryHost)}/${wanted}`);
  if (record.status === 'suspended') return <Paused name={view.name} locale={view.locale} />;
  if (wanted === frontPath || wanted === FRONT_PAGE_SLUG) permanentRedirect('/');
  const page = await ownWords(site, wanted);
  if (wanted !== '' && page === null) notFound();
  const code = await publishedCode(record);
  return (
    <CodeFrame code={code}>
      {wanted === '' || page === null ? (
        <FrontPage site={view} own={page} />
      ) : (
        <PageArticle
          site={view}
          page={{ ...toLink(page), html: page.html }}
          trail={trailOf(site.pages, page).map(toLink)}
          below={site.pages.filter(({ parentId }) => parentId === page.id).map(toLink)}
          updated={await dateOf(site, page.updatedAt)}
        />
      )}
    </CodeFrame>
  );
}

/** A paused site says none of its own words, not even in its head. Read once for the head and the page. */
const ownWords = cache(async ({ record, frontPath }: OpenSite, wanted: string) =>
  record.status === 'active' ? getPublishedPage(record, wanted || frontPath) : null,
);

function Paused({ name, locale }: { name: string; locale: Locale }) {
  const t = translator('site', locale);
  return <SiteNotice title={t('pausedTitle')} text={t('pausedText', { name })} />;
}
