import { translator } from '@/lib/messages/translator';
import type { SiteView } from './site-types';

/** The name, every page, and the way in once more. */
export function SiteFooter({ site }: { site: SiteView }) {
  const t = translator('site');
  return (
    <footer className="mt-auto border-t border-border">
      <div className="mx-auto flex w-full max-w-[90rem] flex-wrap items-baseline gap-x-8 gap-y-4 px-5 py-8 text-[0.9375rem] text-muted md:px-10">
        <p className="min-w-0 font-medium wrap-anywhere text-text">{site.name}</p>
        <ul className="ml-auto flex flex-wrap gap-x-6 gap-y-2 max-md:ml-0">
          {site.pages.map(({ slug, title }) => (
            <li key={slug} className="min-w-0 wrap-anywhere">
              <FooterLink href={`/${slug}`}>{title}</FooterLink>
            </li>
          ))}
          {site.portal !== null && (
            <li>
              <FooterLink href={site.portal.signInUrl}>{t('signIn')}</FooterLink>
            </li>
          )}
        </ul>
      </div>
    </footer>
  );
}

function FooterLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="inline-block py-0.5 underline-offset-4 hover:text-text hover:underline">
      {children}
    </a>
  );
}
