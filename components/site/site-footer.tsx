import { translator } from '@/lib/messages/translator';
import type { SiteView } from './site-types';

/** The name, the links that somebody chose or every page, and the way in once more. */
export function SiteFooter({ site: { name, footer, footerText, portal, locale } }: { site: SiteView }) {
  const t = translator('site', locale);
  const links = footer.flatMap((link) => [link, ...link.children]);
  return (
    <footer className="s-footer">
      <div className="s-wide">
        <p>{name}</p>
        <ul>
          {links.map(({ href, label, external }, index) => (
            <li key={index}>
              <a href={href} rel={external ? 'noopener' : undefined}>
                {label}
              </a>
            </li>
          ))}
          {portal !== null && (
            <li>
              <a href={portal.signInUrl}>{t('signIn')}</a>
            </li>
          )}
        </ul>
        {footerText !== '' && <p className="s-small-print">{footerText}</p>}
      </div>
    </footer>
  );
}
