import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FrontPage } from '@/components/site/front-page';
import { PageArticle } from '@/components/site/page-article';
import { isPreview } from '@/lib/core/preview/preview-token';
import { getDraftPage } from '@/lib/features/pages/published-pages';
import { trailOf } from '@/lib/features/pages/tree';
import { translator } from '@/lib/messages/translator';
import { dateOf } from '../../date-of';
import { openSite, toLink } from '../../open-site';

/** A page as its author last saved it, for whoever has the link: rendered anew each time and kept nowhere. */
export const dynamic = 'force-dynamic';

/** The address opens something that is not public, so it goes to nobody else. */
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' };

export default async function PagePreview({ params }: { params: Promise<{ host: string; token: string }> }) {
  const { host, token } = await params;
  const site = await openSite(host);
  if (site?.record.status !== 'active') notFound();
  const { record, view, pages, settings } = site;
  const [, id = '', seal = ''] = /^([0-9a-f-]{36})\.(.+)$/.exec(token) ?? [];
  const page = isPreview(record, 'page', id, seal) ? await getDraftPage(record, id) : null;
  if (!page) notFound();
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
