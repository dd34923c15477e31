'use client';

import { useRouter } from 'next/navigation';
import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { LANGUAGE_COOKIE, languageNames, languageOf, locales } from '@/lib/messages/locales';
import { keepOnDevice } from './keep-on-device';

/** The language of this device's pages where no member has one of their own: before signing in, and on the console. */
export function LanguageMenu() {
  const t = useTranslations('ui');
  const router = useRouter();
  return (
    <label className="inline-flex items-center gap-1.5 text-muted hover:text-text">
      <Languages aria-hidden="true" className="size-4 shrink-0" strokeWidth={1.75} />
      <span className="sr-only">{t('language')}</span>
      <select
        className="min-h-control rounded-md bg-transparent pe-1 text-inherit pointer-coarse:text-base"
        value={languageOf(useLocale())}
        onChange={(event) => {
          keepOnDevice(LANGUAGE_COOKIE, event.target.value);
          router.refresh();
        }}
      >
        {locales.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languageNames[locale]}
          </option>
        ))}
      </select>
    </label>
  );
}
