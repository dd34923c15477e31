'use client';

import { useCallback } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { valueText } from '@/lib/core/flags/rules';
import type { FlagSummary } from '@/lib/core/flags/schema';
import type { FlagValue } from '@/lib/core/plans/rules';

/** Writes a flag's values in the reader's words. */
export function useValueText(): (
  flag: Pick<FlagSummary, 'kind' | 'meter'> & { key?: string },
  value: FlagValue,
) => string {
  const t = useTranslations('flags');
  const locale = useLocale();
  return useCallback(
    (flag, value) => {
      const words = { on: t('value.on'), off: t('value.off'), unlimited: t('value.unlimited') };
      return valueText(flag, value, words, locale);
    },
    [t, locale],
  );
}
