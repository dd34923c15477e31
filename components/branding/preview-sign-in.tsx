'use client';

import { useTranslations } from 'use-intl';
import { SignInPicture } from '@/components/shell/sign-in-picture';
import { buttonStyle } from '@/components/ui/button-style';
import { PreviewLogo, type PreviewBrand } from './preview-logo';

/** The three layouts of components/shell/auth-layout, small. */
export function PreviewSignIn({ brand }: { brand: PreviewBrand }) {
  if (brand.signInLayout === 'split')
    return (
      <div className="grid h-full bg-surface @max-2xl:grid-rows-[6rem_1fr] @2xl:grid-cols-[minmax(17rem,5fr)_6fr]">
        <SignInPicture brand={brand} className="@2xl:order-2" />
        <div className="grid content-center gap-6 px-6">
          <div className="flex min-w-0">
            <PreviewLogo brand={brand} size="page" />
          </div>
          <Form name={brand.name} />
        </div>
      </div>
    );
  if (brand.signInLayout === 'banner')
    return (
      <div className="grid h-full grid-rows-[9rem_1fr] justify-items-center bg-sunken">
        <SignInPicture brand={brand} className="w-full" />
        <div className="isolate -mt-16 grid w-[min(100%-2rem,26rem)] content-start gap-5 self-start rounded-xl border border-border bg-raised p-6">
          <div className="flex min-w-0">
            <PreviewLogo brand={brand} size="page" />
          </div>
          <Form name={brand.name} />
        </div>
      </div>
    );
  return (
    <div className="grid h-full content-center justify-items-center bg-sunken px-5">
      <div className="grid w-full max-w-sm gap-6">
        <div className="flex min-w-0 justify-center">
          <PreviewLogo brand={brand} size="page" />
        </div>
        <div className="rounded-xl border border-border bg-raised p-6">
          <Form name={brand.name} />
        </div>
      </div>
    </div>
  );
}

function Form({ name }: { name: string }) {
  const t = useTranslations('branding.preview.sample');
  return (
    <div className="grid gap-4">
      <p className="text-lg font-semibold tracking-tight wrap-anywhere">{t('signInTo', { name })}</p>
      <Control label={t('email')} value={t('emailValue')} />
      <Control label={t('password')} value="••••••••••••" />
      <span className={buttonStyle('primary')}>{t('submit')}</span>
      <span className="justify-self-center text-sm text-accent-text underline underline-offset-3">{t('forgot')}</span>
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
