import { SiteNotice } from '@/components/site/site-notice';
import { translator } from '@/lib/messages/translator';

/** The same words for a page that is not there and for a host that is nobody's; the brand around them comes from the layout. */
export default function NotFound() {
  const t = translator('site');
  return (
    <SiteNotice
      title={t('notFoundTitle')}
      text={t('notFoundText')}
      action={
        <a href="/" className="s-under">
          {t('toStart')}
        </a>
      }
    />
  );
}
