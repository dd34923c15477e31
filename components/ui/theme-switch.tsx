'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Segmented } from './segmented';
import { applyTheme } from './apply-theme';
import { THEMES, type Theme } from './theme';

/** Light, dark, or as the system. In force at once, kept in a cookie that the server reads. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('ui');
  const [theme, setTheme] = useState<Theme>(initial);

  function choose(next: Theme) {
    setTheme(next);
    applyTheme(next);
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
