'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';

/** Head of both pages of a site's code. */
export function CodeHeader({ live, action }: { live: number | null; action?: ReactNode }) {
  const t = useTranslations('siteCode');
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
            { href: '/site/code', label: t('tabs.code') },
            { href: '/site/code/history', label: t('tabs.history') },
          ]}
        />
      }
    />
  );
}
