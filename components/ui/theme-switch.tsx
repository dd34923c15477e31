'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Segmented } from './segmented';
import { THEME_COOKIE, THEMES, type Theme } from './theme';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Light, dark, or as the system. In force at once, kept in a cookie that the server reads. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('ui');
  const [theme, setTheme] = useState<Theme>(initial);

  function choose(next: Theme) {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    document.cookie = `${THEME_COOKIE}=${next}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
  }

  return (
    <Segmented
      label={t('theme.label')}
      options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      value={theme}
      onChange={choose}
    />
  );
}
