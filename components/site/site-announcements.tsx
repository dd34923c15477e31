import { translator } from '@/lib/messages/translator';
import type { SiteView } from './site-types';

/**
 * What is announced now. Who closes one does not see it again on this device: its key is kept in the browser's own storage, and the
 * script beside it hides it before it is painted. Without script they all stay.
 */
export function SiteAnnouncements({ site: { announcements, locale } }: { site: SiteView }) {
  const t = translator('site', locale);
  if (announcements.length === 0) return null;
  return (
    <aside aria-label={t('announcements')} className="s-announcements" suppressHydrationWarning>
      {announcements.map(({ key, text, tone, link }) => (
        <div key={key} data-announcement={key} className={`s-announcement s-tone-${tone}`} suppressHydrationWarning>
          <p>
            {text}{' '}
            {link !== null && (
              <a href={link.href} rel="noopener">
                {link.label || t('readMore')}
              </a>
            )}
          </p>
          <button type="button" aria-label={t('dismiss')}>
            <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.5">
              <path d="m4 4 8 8M12 4l-8 8" />
            </svg>
          </button>
        </div>
      ))}
      <script dangerouslySetInnerHTML={{ __html: SCRIPT }} />
    </aside>
  );
}

/** Fifty keys are remembered: more than a site can announce. */
const SCRIPT = `(function(a){var k='announcements-closed',s=[];try{s=JSON.parse(localStorage.getItem(k))||[]}catch(e){}
a.querySelectorAll('[data-announcement]').forEach(function(b){b.hidden=s.indexOf(b.dataset.announcement)>=0});
a.addEventListener('click',function(e){var x=e.target.closest('button');if(!x)return;var b=x.parentNode;b.hidden=true;
s=[b.dataset.announcement].concat(s).slice(0,50);try{localStorage.setItem(k,JSON.stringify(s))}catch(e){}})})(document.currentScript.parentNode)`;
