import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
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
import { dateOf } from '../date-of';
import { openSite, toLink, type OpenSite } from '../open-site';
import { siteMetadata } from '../site-metadata';
import { trailOf } from '@/lib/features/pages/tree';

/** Rendered once a host and path, kept in bounded memory, dropped when something on it changes (lib/http/site-cache.ts). */
export const dynamic = 'force-static';
/** In case the message of a change is lost. */
export const revalidate = 60;

interface SitePageProps {
  params: Promise<{ host: string; path?: string[] }>;
}

/** No host is known when the product is built. */
export function generateStaticParams(): { host: string; path: string[] }[] {
  return [];
}

export async function generateMetadata({ params }: SitePageProps): Promise<Metadata> {
  const { host, path = [] } = await params;
  const site = await openSite(host);
  if (site === null) return {};
  return siteMetadata(site, path.join('/'), await ownWords(site, path));
}

export default async function SitePage({ params }: SitePageProps) {
  const { host, path = [] } = await params;
  const site = await openSite(host);
  if (site === null) notFound();
  const { record, view, frontPath } = site;
  const wanted = path.join('/');
  if (!record.isPrimary && record.primaryHost !== record.host)
    permanentRedirect(`${hostOrigin(record.primaryHost)}/${wanted}`);
  if (record.status === 'suspended') return <Paused name={view.name} locale={view.locale} />;
  if (wanted === frontPath || wanted === FRONT_PAGE_SLUG) permanentRedirect('/');
  const page = await ownWords(site, path);
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

/** A paused site says none of its own words, not even in its head. */
async function ownWords({ record, frontPath }: OpenSite, path: readonly string[]) {
  return record.status === 'active' ? getPublishedPage(record, path.join('/') || frontPath) : null;
}

function Paused({ name, locale }: { name: string; locale: Locale }) {
  const t = translator('site', locale);
  return <SiteNotice title={t('pausedTitle')} text={t('pausedText', { name })} />;
}
