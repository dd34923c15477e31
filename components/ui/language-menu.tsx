'use client';

import { useRouter } from 'next/navigation';
import { Languages } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import {
  LANGUAGE_COOKIE,
  languageNames,
  languageOf,
  locales,
  pickedLanguage,
  type Locale,
} from '@/lib/messages/locales';
import { keepOnDevice } from './keep-on-device';

/**
 * The language of this device's pages where nobody has one of their own: before signing in. With `onPick` the choice is kept with an
 * account as well, which reads the page again by itself.
 */
export function LanguageMenu({ onPick }: { onPick?: (language: Locale) => void }) {
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
          const language = pickedLanguage(event.target.value);
          if (language === null) return;
          keepOnDevice(LANGUAGE_COOKIE, language);
          if (onPick) onPick(language);
          else router.refresh();
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
