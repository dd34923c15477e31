'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PageState } from './page-state';

/** Says what may not be seen and who can change that. */
export function ForbiddenState({ title, text }: { title?: string; text?: string }) {
  const t = useTranslations('ui');
  return <PageState icon={<Lock />} title={title ?? t('forbidden.title')} text={text ?? t('forbidden.text')} />;
}
