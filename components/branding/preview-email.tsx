'use client';

import { useTranslations } from 'use-intl';
import { buttonStyle } from '@/components/ui/button-style';
import type { PreviewBrand } from './preview-logo';

/** Mail programs have fonts of their own, so the brand's is not shown here either. */
export function PreviewEmail({ brand }: { brand: PreviewBrand }) {
  const t = useTranslations('branding.preview.sample');
  return (
    <div
      className="grid h-full content-center justify-items-center bg-sunken px-4"
      style={{ fontFamily: 'ui-sans-serif, system-ui, sans-serif' }}
    >
      <div className="grid w-full max-w-md gap-4">
        <div className="px-1">
          {brand.logoUrl === undefined ? (
            <span className="text-md font-semibold wrap-anywhere">{brand.name}</span>
          ) : (
            <img src={brand.logoUrl} alt="" className="h-8 w-auto max-w-[13.75rem] object-contain object-left" />
          )}
        </div>
        <div className="grid gap-4 rounded-lg border border-border bg-raised p-7">
          <p className="text-lg font-semibold tracking-tight wrap-anywhere">{t('mailHeading', { name: brand.name })}</p>
          <p className="text-md text-pretty wrap-anywhere">{t('mailText', { name: brand.name })}</p>
          <span className={buttonStyle('primary', 'h-10! w-fit px-5!')}>{t('mailAction')}</span>
          <p className="text-sm text-muted">{t('mailNote')}</p>
        </div>
      </div>
    </div>
  );
}
