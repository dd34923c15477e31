'use client';

import { useTranslations } from 'use-intl';
import { buttonStyle } from '@/components/ui/button-style';
import type { PreviewBrand } from './preview-logo';

/** Mail programs have fonts of their own, so the brand's is not shown here either. */
export function PreviewEmail({ brand }: { brand: PreviewBrand }) {
  const t = useTranslations('branding.preview.sample');
  const band = brand.email.header === 'band';
  const name = <span className="text-md font-semibold wrap-anywhere">{brand.name}</span>;
  const logo = brand.logoUrl !== undefined && (
    <img src={brand.logoUrl} alt="" className="h-8 w-auto max-w-[13.75rem] object-contain object-left" />
  );
  return (
    <div
      className="grid h-full content-center justify-items-center bg-sunken px-4"
      style={{ fontFamily: 'ui-sans-serif, system-ui, sans-serif' }}
    >
      <div className="grid w-full max-w-md gap-4">
        {(!band || logo) && <div className="px-1">{logo || name}</div>}
        <div className="overflow-hidden rounded-lg border border-border bg-raised">
          {band && <div className={`bg-brand px-7 text-on-brand ${logo ? 'py-1' : 'py-4'}`}>{!logo && name}</div>}
          <div className="grid gap-4 p-7">
            <p className="text-lg font-semibold tracking-tight wrap-anywhere">
              {t('mailHeading', { name: brand.name })}
            </p>
            <p className="text-md text-pretty wrap-anywhere">{t('mailText', { name: brand.name })}</p>
            <span className={buttonStyle('primary', 'h-10! w-fit px-5!')}>{t('mailAction')}</span>
            <p className="text-sm text-muted">{t('mailNote')}</p>
          </div>
        </div>
        {brand.email.footerLine !== undefined && (
          <p className="px-1 text-sm wrap-anywhere text-muted">{brand.email.footerLine}</p>
        )}
      </div>
    </div>
  );
}
