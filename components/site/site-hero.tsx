import type { ReactNode } from 'react';
import type { SiteView } from './site-types';

interface SiteHeroProps {
  site: SiteView;
  title: string;
  lede: string;
  actions: ReactNode;
}

/** The brand's own ground with one sentence on it, and its initial, very large, behind. */
export function SiteHero({ site: { glyph, rounded }, title, lede, actions }: SiteHeroProps) {
  return (
    <section className="s-bleed">
      <div className="s-hero">
        <svg
          aria-hidden="true"
          viewBox={`-6 -6 ${glyph.width + 12} 82`}
          className={rounded ? 's-letter s-round' : 's-letter'}
        >
          <path d={glyph.path} />
        </svg>
        <h1 className={sizeOf(title)}>{title}</h1>
        {lede !== '' && <p>{lede}</p>}
        <div>{actions}</div>
      </div>
    </section>
  );
}

function sizeOf(title: string): string {
  if (title.length <= 16) return 's-loud';
  return title.length <= 34 ? 's-clear' : 's-calm';
}
