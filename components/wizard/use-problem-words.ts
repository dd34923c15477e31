'use client';

import { useTranslations } from 'use-intl';
import type wizard from '@/lib/messages/en/wizard.json';

type Problem = keyof (typeof wizard)['problem'];

/** Words for a problem's key; what has no words of its own "can't be used". */
export function useProblemWords(): (problem: string | undefined) => string | undefined {
  const t = useTranslations('wizard');
  return (problem) => {
    if (problem === undefined) return undefined;
    const key = `problem.${problem as Problem}` as const;
    return t.has(key) ? t(key) : t('problem.invalid');
  };
}
