import type { ReactNode } from 'react';
import clsx from 'clsx';
import type { SiteView } from './site-types';

interface SiteHeroProps {
  site: SiteView;
  title: string;
  lede?: string;
  actions?: ReactNode;
}

/** The brand's own ground with one sentence on it, and its initial, very large, behind. */
export function SiteHero({ site, title, lede, actions }: SiteHeroProps) {
  return (
    <section className="mx-auto w-full max-w-[90rem] px-3 md:px-6">
      <div className="forced-border relative isolate flex min-h-[min(68svh,40rem)] flex-col justify-end overflow-hidden rounded-[min(calc(var(--radius)*3),1.75rem)] bg-brand px-6 pt-28 pb-8 text-on-brand md:px-12 md:pb-12 lg:px-16 lg:pb-16">
        <Letter site={site} />
        <h1 className={clsx('max-w-[18ch] font-semibold text-balance wrap-anywhere', sizeOf(title))}>{title}</h1>
        {lede !== undefined && lede !== '' && (
          <p className="mt-5 max-w-[46ch] text-[1.125rem] leading-relaxed text-pretty wrap-anywhere md:mt-6 md:text-[1.3125rem]">
            {lede}
          </p>
        )}
        {actions !== undefined && (
          <div className="mt-8 flex flex-wrap items-center gap-x-6 gap-y-4 md:mt-10">{actions}</div>
        )}
      </div>
    </section>
  );
}

/** A short name may be loud; a long one must not fill the screen. */
function sizeOf(title: string): string {
  if (title.length <= 16) return 'text-[clamp(3.25rem,9.5vw,8.5rem)] leading-[0.95] tracking-[-0.045em]';
  if (title.length <= 34) return 'text-[clamp(2.625rem,6.4vw,5.75rem)] leading-[1] tracking-[-0.038em]';
  return 'text-[clamp(2.125rem,4.6vw,4rem)] leading-[1.06] tracking-[-0.03em]';
}

function Letter({ site: { glyph, rounded } }: { site: SiteView }) {
  const ends = rounded ? 'round' : 'butt';
  return (
    <svg
      aria-hidden="true"
      viewBox={`-6 -6 ${glyph.width + 12} 82`}
      className="absolute top-[-12%] right-[-4%] -z-10 h-[124%] max-w-none forced-colors:hidden max-md:right-[-22%] max-md:h-[86%]"
      fill="none"
      stroke="var(--hero-mark)"
      strokeWidth="12"
      strokeLinecap={ends}
      strokeLinejoin={rounded ? 'round' : 'miter'}
    >
      <path d={glyph.path} />
    </svg>
  );
}
