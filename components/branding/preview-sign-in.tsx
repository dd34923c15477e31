'use client';

import { useTranslations } from 'use-intl';
import { buttonStyle } from '@/components/ui/button-style';
import { PreviewLogo, type PreviewBrand } from './preview-logo';

export function PreviewSignIn({ brand }: { brand: PreviewBrand }) {
  const t = useTranslations('branding.preview.sample');
  return (
    <div className="grid h-full content-center justify-items-center bg-sunken px-5">
      <div className="grid w-full max-w-sm gap-6">
        <div className="flex min-w-0 justify-center">
          <PreviewLogo brand={brand} size="page" />
        </div>
        <div className="grid gap-4 rounded-xl border border-border bg-raised p-6">
          <p className="text-lg font-semibold tracking-tight wrap-anywhere">{t('signInTo', { name: brand.name })}</p>
          <Control label={t('email')} value={t('emailValue')} />
          <Control label={t('password')} value="••••••••••••" />
          <span className={buttonStyle('primary')}>{t('submit')}</span>
          <span className="justify-self-center text-sm text-accent-text underline underline-offset-3">
            {t('forgot')}
          </span>
        </div>
      </div>
    </div>
  );
}

function Control({ label, value }: { label: string; value: string }) {
  return (
    <div className="grid gap-1.5">
      <span className="font-medium">{label}</span>
      <div className="control flex h-control items-center px-2.5">{value}</div>
    </div>
  );
}
