import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FrontPage } from '@/components/site/front-page';
import { PageArticle } from '@/components/site/page-article';
import { isPreview } from '@/lib/core/preview/preview-token';
import { getDraftPage } from '@/lib/features/pages/published-pages';
import type { PublishedPage } from '@/lib/features/pages/schema';
import { trailOf } from '@/lib/features/pages/tree';
import { translator } from '@/lib/messages/translator';
import { dateOf } from '../../date-of';
import { openSite, toLink, type OpenSite } from '../../open-site';
import { siteMetadata } from '../../site-metadata';

/** A page as its author last saved it, for whoever has the link: rendered anew each time and kept nowhere. */
export const dynamic = 'force-dynamic';

interface PreviewProps {
  params: Promise<{ host: string; token: string }>;
}

/**
 * The address opens something that is not public, so it goes to nobody else. The rest is what the page will say of itself; the picture
 * that is drawn from the brand is there for published pages only.
 */
export async function generateMetadata({ params }: PreviewProps): Promise<Metadata> {
  const hidden: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' };
  const open = await openDraft(params);
  if (open === null) return hidden;
  const { title, description, openGraph, twitter } = await siteMetadata(open.site, open.page.path, open.page);
  return { title, description, ...(open.page.socialImage && { openGraph, twitter }), ...hidden };
}

export default async function PagePreview({ params }: PreviewProps) {
  const open = await openDraft(params);
  if (open === null) notFound();
  const { site, page } = open;
  const { view, pages, settings } = site;
  const t = translator('site', view.locale);
  const isFront = page.id === settings.frontPageId || (settings.frontPageId === null && page.path === site.frontPath);
  return (
    <>
      <p role="status" className="s-announcement s-tone-warning">
        <span className="s-wide">{t('previewNote')}</span>
      </p>
      {isFront ? (
        <FrontPage site={view} own={page} />
      ) : (
        <PageArticle
          site={view}
          page={{ ...toLink(page), html: page.html }}
          trail={trailOf(pages, page).map(toLink)}
          below={pages.filter(({ parentId }) => parentId === page.id).map(toLink)}
          updated={await dateOf(site, page.updatedAt)}
        />
      )}
    </>
  );
}

async function openDraft(params: PreviewProps['params']): Promise<{ site: OpenSite; page: PublishedPage } | null> {
  const { host, token } = await params;
  const site = await openSite(host, 'published');
  if (site?.record.status !== 'active') return null;
  const [, id = '', seal = ''] = /^([0-9a-f-]{36})\.(.+)$/.exec(token) ?? [];
  const page = isPreview(site.record, 'page', id, seal) ? await getDraftPage(site.record, id) : null;
  return page && { site, page };
}
