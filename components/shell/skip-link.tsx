'use client';

import { useTranslations } from 'use-intl';

export function SkipLink() {
  const t = useTranslations('shell');
  return (
    <a href="#content" className="floating fixed top-2 start-2 z-50 px-3 py-2 font-medium not-focus:sr-only">
      {t('skip')}
    </a>
  );
}
