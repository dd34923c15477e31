'use client';

import { useTranslations } from 'use-intl';
import { PreviewLogo, Strokes, type PreviewBrand } from './preview-logo';

export function PreviewSite({ brand }: { brand: PreviewBrand }) {
  const t = useTranslations('branding.preview.sample');
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-4 px-6 py-3.5">
        <span className="me-auto min-w-0">
          {brand.logoUrl === undefined ? (
            <span className="block truncate text-md font-semibold">{brand.name}</span>
          ) : (
            <PreviewLogo brand={brand} size="bar" />
          )}
        </span>
        <span className="text-muted @max-2xl:hidden">{t('about')}</span>
        <span className="text-muted @max-2xl:hidden">{t('contact')}</span>
        <span className="inline-flex h-8 items-center rounded-md border border-border-strong px-3 font-medium">
          {t('submit')}
        </span>
      </div>
      <div className="relative isolate mx-3 flex min-h-72 flex-col justify-end overflow-hidden rounded-[min(calc(var(--radius)*3),1.75rem)] bg-brand p-7 text-on-brand">
        <Strokes brand={brand} colour="var(--hero-mark)" className="absolute -top-6 -end-6 -z-10 h-[120%]" />
        <p
          className={`max-w-[16ch] font-semibold text-balance wrap-anywhere ${brand.name.length <= 24 ? 'text-[3.25rem] leading-none tracking-[-0.04em]' : 'text-[2rem] leading-[1.05] tracking-[-0.03em]'}`}
        >
          {brand.name}
        </p>
        <p className="mt-3 max-w-[44ch] text-md text-pretty">{t('siteLede', { name: brand.name })}</p>
        <span className="mt-5 inline-flex h-10 w-fit items-center rounded-md bg-on-brand px-5 font-medium text-brand">
          {t('submit')}
        </span>
      </div>
      <div className="mx-7 mt-6 border-t border-border">
        {[t('about'), t('contact')].map((title) => (
          <p key={title} className="border-b border-border py-4 text-lg font-semibold tracking-tight">
            {title}
          </p>
        ))}
      </div>
    </div>
  );
}
