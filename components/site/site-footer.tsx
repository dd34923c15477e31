import { translator } from '@/lib/messages/translator';
import type { SiteView } from './site-types';

/** The name, every page, and the way in once more. */
export function SiteFooter({ site: { name, pages, portal } }: { site: SiteView }) {
  const t = translator('site');
  return (
    <footer className="s-footer">
      <div className="s-wide">
        <p>{name}</p>
        <ul>
          {pages.map(({ slug, title }) => (
            <li key={slug}>
              <a href={`/${slug}`}>{title}</a>
            </li>
          ))}
          {portal !== null && (
            <li>
              <a href={portal.signInUrl}>{t('signIn')}</a>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}
