import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { CodeFrame } from '@/components/site/code-frame';
import { FrontPage } from '@/components/site/front-page';
import { PageArticle } from '@/components/site/page-article';
import { SiteNotice } from '@/components/site/site-notice';
import { tenantSettings } from '@/lib/core/settings/read-settings';
import { FRONT_PAGE_SLUG } from '@/lib/features/pages/rules';
import { getPublishedPage } from '@/lib/features/pages/published-pages';
import { publishedCode } from '@/lib/features/site-code/published-code';
import { translator } from '@/lib/messages/translator';
import { hostOrigin } from '@/lib/platform/origins';
import { openSite, type OpenSite } from '../open-site';
import { siteMetadata } from '../site-metadata';

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
  if (site === null || path.length > 1) return {};
  return siteMetadata(site, path[0], await ownWords(site, path[0]));
}

export default async function SitePage({ params }: SitePageProps) {
  const { host, path = [] } = await params;
  const site = await openSite(host);
  if (site === null) notFound();
  const { record, view } = site;
  if (!record.isPrimary && record.primaryHost !== record.host)
    permanentRedirect(`${hostOrigin(record.primaryHost)}/${path.join('/')}`);
  if (record.status === 'suspended') return <Paused name={view.name} />;
  const [slug] = path;
  if (slug === FRONT_PAGE_SLUG) permanentRedirect('/');
  const page = path.length > 1 ? null : await ownWords(site, slug);
  if (slug !== undefined && page === null) notFound();
  const code = await publishedCode(record);
  return (
    <CodeFrame code={code}>
      {slug === undefined || page === null ? (
        <FrontPage site={view} own={page} />
      ) : (
        <PageArticle site={view} page={page} updated={await dateOf(site, page.updatedAt)} />
      )}
    </CodeFrame>
  );
}

/** A paused site says none of its own words, not even in its head. */
async function ownWords({ record }: OpenSite, slug: string | undefined) {
  return record.status === 'active' ? getPublishedPage(record, slug ?? FRONT_PAGE_SLUG) : null;
}

async function dateOf({ record }: OpenSite, at: string): Promise<{ at: string; text: string }> {
  const { locale, timeZone } = await tenantSettings(record);
  return { at, text: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(at)) };
}

function Paused({ name }: { name: string }) {
  const t = translator('site');
  return <SiteNotice title={t('pausedTitle')} text={t('pausedText', { name })} />;
}
