'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';

/** Head of both branding pages. */
export function BrandingHeader({ live, action }: { live: number | null; action?: ReactNode }) {
  const t = useTranslations('branding');
  return (
    <PageHeader
      title={t('title')}
      description={t('description')}
      badge={
        <Badge tone={live === null ? 'neutral' : 'positive'}>
          {live === null ? t('neverPublished') : t('live', { number: live })}
        </Badge>
      }
      action={action}
      tabs={
        <LinkTabs
          label={t('tabs.label')}
          tabs={[
            { href: '/branding', label: t('tabs.design') },
            { href: '/branding/history', label: t('tabs.history') },
          ]}
        />
      }
    />
  );
}
