import { SiteNotice } from '@/components/site/site-notice';
import { getPublishedPage } from '@/lib/features/pages/published-pages';
import { translator } from '@/lib/messages/translator';
import { openSite, renderUnderWay, type OpenSite } from './open-site';

/** The site's own words for what is not there; the same plain ones for every host that is nobody's. */
export default async function NotFound() {
  const { host, look } = renderUnderWay();
  const site = host === null ? null : await openSite(host, look);
  const own = site?.record.status === 'active' ? site : null;
  const t = translator('site', own?.view.locale);
  const html = own === null ? '' : await chosenPage(own);
  return (
    <>
      <SiteNotice
        title={own?.settings.notFoundTitle || t('notFoundTitle')}
        text={own?.settings.notFoundText || t('notFoundText')}
        action={
          <a href="/" className="s-under">
            {t('toStart')}
          </a>
        }
      />
      {html !== '' && (
        <div className="s-wide s-article">
          <div className="site-prose" dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      )}
    </>
  );
}

/** The text of the page that was chosen to stand below, as HTML of the Markdown renderer. */
async function chosenPage({ record, settings, pages }: OpenSite): Promise<string> {
  const path = pages.find(({ id }) => id === settings.notFoundPageId)?.path;
  return path === undefined ? '' : ((await getPublishedPage(record, path))?.html ?? '');
}
