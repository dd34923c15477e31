'use client';

import { useTranslations } from 'use-intl';
import type { Subject } from '@/lib/features/domains/schema';

interface Words {
  (key: string): string;
  has(key: string): boolean;
}

/** The name of a state of one of the three subjects. */
export function useStateWords(): (subject: Subject, state: string) => string {
  const t = useTranslations('domains.states') as unknown as Words;
  return (subject, state) => (t.has(`${subject}_${state}`) ? t(`${subject}_${state}`) : state);
}
